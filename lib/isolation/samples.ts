import { createHash } from 'node:crypto'

/** Rows within the homeowner's and the limited member of staff's own reach, and rows outside it. */
export type Reach = 'own' | 'other'

/** Who a row stands for; `users` and `sessions` have two more people than the others. */
export type Kind = Reach | 'admin' | 'limited'

export type SampleContext = {
  /** `a` or `b`: two tenants with the same world in each. */
  tenant: 'a' | 'b'
  kind: Kind
  /** The id of another row of this tenant's world. */
  id: (table: string, kind: Kind) => string
  /** A word that no other row has; differs for rows added later. */
  word: string
  /** Whether this is a further row beside the world's own, so that natural keys must differ. */
  extra: boolean
}

type Row = Record<string, unknown>

const inAYear = () => new Date(Date.now() + 365 * 86_400_000)

/** Makes a valid row of a table, without tenant and id. Every table of `app` must be here; the proof fails otherwise. */
export const samples: Record<string, (c: SampleContext) => Row> = {
  tenants: c => ({ name: `Tenant ${c.tenant}`, kind: 'both' }),
  users: c => ({
    email: `${c.word}@example.com`,
    name: c.word,
    role: c.kind === 'admin' ? 'admin' : c.kind === 'limited' ? 'staff' : 'homeowner',
    scope: c.kind === 'limited' ? 'chosen' : 'all',
  }),
  sessions: c => ({ user_id: c.id('users', c.kind), method: 'password', expires_at: inAYear() }),
  user_permissions: c => ({
    user_id: c.id('users', c.kind),
    permission: c.extra ? 'portal:read' : 'account:manage',
    effect: 'grant',
  }),
  sign_in_links: c => ({
    user_id: c.id('users', c.kind),
    purpose: 'invitation',
    token_hash: c.word,
    expires_at: inAYear(),
  }),
  usage_changes: () => ({ meter: 'users', on_day: '2026-01-01', change: 1 }),
  audit_entries: c => ({
    user_id: c.id('users', c.kind),
    action: 'unit:edited',
    subject_type: 'unit',
    subject_id: c.id('units', c.kind),
  }),
  support_grants: c => ({
    purpose: c.word,
    created_by: c.id('users', 'admin'),
    expires_at: new Date(Date.now() + 6 * 86_400_000),
  }),
  support_visits: c => ({
    grant_id: c.id('support_grants', 'own'),
    admin_id: c.id('support_grants', 'other'),
    admin_name: c.word,
    token_hash: c.word,
    // The guest's own, who is there already; the other link was never followed.
    handed_over_at: c.kind === 'own' && !c.extra ? new Date() : null,
  }),
  files: c => ({ purpose: c.kind === 'own' ? 'logo' : 'import', name: c.word, media_type: 'image/png' }),
  file_chunks: c => ({
    file_id: c.id('files', c.kind),
    position: c.extra ? 1 : 0,
    bytes: Buffer.from(c.word),
  }),
  associations: c => ({ name: c.word, external_key: c.word }),
  user_associations: c => ({
    user_id: c.id('users', c.extra ? 'admin' : c.kind === 'own' ? 'limited' : 'other'),
    association_id: c.id('associations', c.kind),
  }),
  units: c => ({ association_id: c.id('associations', c.kind), label: c.word.slice(0, 40), label_sort: '' }),
  homeowners: c => ({ name: c.word, ...(!c.extra && { user_id: c.id('users', c.kind) }) }),
  ownerships: c => ({
    unit_id: c.id('units', c.kind),
    homeowner_id: c.id('homeowners', c.kind),
    starts_on: '2020-01-01',
  }),
  board_seats: c => ({
    association_id: c.id('associations', c.kind),
    homeowner_id: c.id('homeowners', c.kind),
    title: 'director',
    starts_on: '2020-01-01',
  }),
  saved_views: c => ({
    user_id: c.id('users', 'admin'),
    list: 'units',
    name: c.word,
    query: '',
    shared_at: c.kind === 'own' ? new Date() : null,
  }),
  messages: c => ({
    channel: 'email',
    template: 'welcome',
    recipient: `${c.word}@example.com`,
    subject: c.word,
    data: { name: c.word, signInUrl: 'https://portico.example/sign-in' },
    user_id: c.id('users', c.kind),
    homeowner_id: c.id('homeowners', c.kind),
    key: c.word,
    error: `invalid_${c.word}`,
  }),
  message_secrets: c => ({
    message_id: c.id('messages', c.kind),
    links: { url: `https://portico.example/${c.word}` },
  }),
  feature_choices: c => ({
    feature: c.extra ? 'advanced-reporting' : c.kind === 'own' ? 'api' : 'custom-domain',
    is_on: false,
    chosen_by: c.id('users', c.kind),
  }),
  settings: c => ({ sender_name: c.word.slice(0, 80) }),
  limit_crossings: c => ({
    meter: c.kind === 'own' ? 'users' : 'bookings',
    allowed: 5,
    used: 4,
    eased_at: new Date(),
  }),
  message_events: c => ({
    message_id: c.id('messages', c.kind),
    source: 'resend',
    event_key: c.word,
    type: 'sent',
    at: new Date(),
  }),
  suppressions: c => ({
    channel: 'email',
    recipient: c.word,
    reason: c.kind === 'own' ? 'bounced' : 'unsubscribed',
    lifted_at: new Date(),
    lifted_by: c.id('users', c.kind),
    message_id: c.id('messages', c.kind),
  }),
  credentials: c => ({
    provider: c.kind === 'own' ? 'stripe' : 'hostaway',
    label: c.word,
    removed_at: c.extra ? new Date() : null,
  }),
  credential_versions: c => ({
    credential_id: c.id('credentials', c.kind),
    number: c.extra ? 2 : 1,
    hints: {},
  }),
  credential_secrets: c => ({
    version_id: c.id('credential_versions', c.kind),
    key_name: c.extra ? 'webhookSecret' : 'secretKey',
    ciphertext: Buffer.from(c.word),
    wrapped_key: Buffer.from(c.word),
    master_key_id: 'demo',
  }),
  credential_uses: c => ({
    credential_id: c.id('credentials', c.kind),
    version_id: c.id('credential_versions', c.kind),
    user_id: c.id('users', c.kind),
    via: 'test',
    purpose: 'test',
  }),
  imports: c => ({ file_id: c.id('files', c.kind), file_name: c.word, size_bytes: 1 }),
  import_rows: c => ({
    import_id: c.id('imports', c.kind),
    row_number: c.extra ? 2 : 1,
    cells: [c.word],
    outcome: 'new',
    unit_id: c.id('units', c.kind),
  }),
  import_mappings: c => ({
    kind: 'roster',
    header_key: createHash('sha256').update(c.word).digest('hex'),
    mapping: {},
  }),
  onboarding_dismissals: c => ({
    dismissed_by: c.id('users', 'admin'),
    restored_by: c.id('users', 'admin'),
    restored_at: inAYear(),
  }),
}
