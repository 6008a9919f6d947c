import type { Reach } from './samples'

/** The eyes a table is looked at with. `none` is a connection that set no context at all. */
export const audiences = ['system', 'admin', 'limited', 'guest', 'homeowner', 'anonymous', 'none'] as const
export type Audience = (typeof audiences)[number]

/** Which verbs work on a row: s(elect), i(nsert one like it), u(pdate), d(elete). */
export type Verbs = string

export type Matrix = Partial<Record<Audience, Partial<Record<Reach, Verbs>>>>

const both = (verbs: Verbs) => ({ own: verbs, other: verbs })

/** What each audience may do with rows within and beyond its reach; whatever is not said is refused. */
export const expected: Record<string, Matrix> = {
  tenants: {
    system: { own: 'siu' },
    admin: { own: 'su' },
    limited: { own: 's' },
    homeowner: { own: 's' },
    anonymous: { own: 's' },
    guest: { own: 's' },
  },
  users: {
    system: both('siu'),
    admin: both('siu'),
    limited: { own: 'siu', other: 'i' },
    homeowner: { own: 'su' },
    guest: both('s'),
  },
  sessions: { system: both('siud'), admin: both('su'), limited: { own: 'su' }, homeowner: { own: 'su' } },
  user_permissions: {
    system: both('siud'),
    admin: both('siud'),
    limited: both('s'),
    homeowner: { own: 's' },
  },
  sign_in_links: {
    system: both('siud'),
    admin: both('siu'),
    limited: { own: 'siu' },
    homeowner: { own: 'su' },
  },
  usage_changes: { system: both('s') },
  audit_entries: {
    system: both('si'),
    admin: both('s'),
    limited: { own: 's' },
    homeowner: { own: 'i' },
    guest: both('s'),
  },
  support_grants: { system: both('su'), admin: both('siu') },
  support_visits: { system: both('su'), admin: both('s') },
  files: {
    system: both('siud'),
    admin: both('siud'),
    limited: { own: 's' },
    homeowner: { own: 's' },
    anonymous: { own: 's' },
    guest: both('s'),
  },
  file_chunks: {
    system: both('siud'),
    admin: both('siud'),
    limited: { own: 's' },
    homeowner: { own: 's' },
    anonymous: { own: 's' },
    guest: both('s'),
  },
  associations: {
    system: both('siu'),
    admin: both('siu'),
    limited: { own: 'su' },
    homeowner: { own: 's' },
    guest: both('siu'),
  },
  user_associations: { system: both('sid'), admin: both('sid'), limited: { own: 's' } },
  units: {
    system: both('siu'),
    admin: both('siu'),
    limited: { own: 'siu' },
    homeowner: { own: 's' },
    guest: both('siu'),
  },
  homeowners: {
    system: both('siu'),
    admin: both('siu'),
    limited: { own: 'siu', other: 'i' },
    homeowner: { own: 's' },
    guest: both('siu'),
  },
  ownerships: {
    system: both('siud'),
    admin: both('siud'),
    limited: { own: 'siud' },
    homeowner: { own: 's' },
    // Everybody who owns here signs in, and of those a guest changes nothing.
    guest: both('s'),
  },
  board_seats: {
    system: both('siud'),
    admin: both('siud'),
    limited: { own: 'siud' },
    guest: both('siud'),
  },
  saved_views: { admin: both('siud'), system: { own: 's' }, limited: { own: 's' }, guest: { own: 's' } },
  messages: {
    system: both('siu'),
    admin: both('si'),
    limited: { own: 'si', other: 'i' },
    guest: both('s'),
  },
  message_secrets: { system: both('sid'), admin: both('i'), limited: both('i') },
  feature_choices: { system: both('siu'), admin: both('siu'), limited: both('s'), guest: both('s') },
  settings: { system: { own: 'siu' }, admin: { own: 'siu' }, limited: { own: 's' }, guest: { own: 's' } },
  limit_crossings: { system: both('siu'), admin: both('siu'), limited: both('siu'), guest: both('siu') },
  message_events: { system: both('si'), admin: both('s'), limited: { own: 's' }, guest: both('s') },
  suppressions: {
    system: both('siu'),
    admin: { own: 'su', other: 's' },
    limited: { own: 'su' },
    guest: both('s'),
  },
  credentials: { system: both('siu'), admin: both('siu') },
  credential_versions: { system: both('siu'), admin: both('siu') },
  credential_secrets: { system: both('siud'), admin: both('i') },
  credential_uses: { system: both('si'), admin: both('s') },
  imports: { system: both('siu'), admin: both('siu'), guest: both('s') },
  import_rows: { system: both('siud'), admin: both('siud'), guest: both('s') },
  import_mappings: { system: both('siu'), admin: both('siu'), guest: both('s') },
  onboarding_dismissals: {
    system: both('su'),
    admin: both('siu'),
    limited: both('s'),
    guest: both('s'),
  },
}
