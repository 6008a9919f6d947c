import type { Actor } from '@/lib/auth/actor'
import {
  effectivePermissions,
  type Permission,
  permissions,
  type Role,
  staffRoles,
} from '@/lib/auth/permissions'

/** What a person may do: by role, and by grants and denials of their own. */
export type Rights = { role: Role; own: Record<string, 'grant' | 'deny'> }

/** Permissions that come with using the product at all: nobody needs to have them to give them, or can take them. */
export const everyday: ReadonlySet<Permission> = new Set(['portal:read', 'account:manage'])

/** Permissions that can be granted to or denied a person, in the table's order. */
export const permittable: readonly Permission[] = permissions.filter(permission => !everyday.has(permission))

/** Where a person stands, as lists and pages say it. */
export const personStates = [
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'invited', label: 'Invited', tone: 'info' },
  { value: 'suspended', label: 'Suspended', tone: 'caution' },
] as const

/** Says where a person stands: invited until they first sign in or have a password. */
export function stateOf(person: {
  suspendedAt: Date | null
  emailVerifiedAt: Date | null
  passwordHash: string | null
}): (typeof personStates)[number] {
  const [active, invited, suspended] = personStates
  if (person.suspendedAt) return suspended
  return person.emailVerifiedAt || person.passwordHash ? active : invited
}

/** The roles a colleague may be invited into; homeowners and rental owners are invited from their own records. */
export const colleagueRoles = ['admin', 'manager', 'accountant', 'staff', 'agent'] as const satisfies Role[]

/** What a role is for, in a sentence, where one is chosen. */
export const roleNotes: Record<Role, string> = {
  admin: 'Everything, with the team, settings and audit log.',
  manager: 'Runs the communities: associations, units, homeowners, imports.',
  accountant: 'Sees everything, exports, and looks after the money.',
  staff: 'Keeps units and homeowners up to date.',
  agent: 'Sees communities and people, changes nothing.',
  owner: 'Owns rental listings; uses the portal.',
  homeowner: 'Owns units; uses the portal.',
}

/** Permissions under the heading of what they are about. */
export const permissionGroups: { label: string; permissions: Permission[] }[] = [
  ['Communities', ['association', 'unit']],
  ['Homeowners', ['homeowner']],
  ['Data', ['import', 'export']],
  ['Company', ['user', 'settings', 'credential', 'billing', 'support', 'message', 'audit']],
].map(([label, resources]) => ({
  label: String(label),
  permissions: permissions.filter(name => resources?.includes(name.split(':')[0] ?? '')),
}))

/**
 * Says why an actor may not turn one set of rights into another; null when it may. Nobody gives what they do not have,
 * nobody touches an admin but an admin, and people limited to some associations decide about nobody's rights.
 * @param from null for a person who is new
 */
export function refusesRights(actor: Actor, from: Rights | null, to: Rights): 'beyond_own_rights' | null {
  if (actor.kind === 'system') return null
  const concernsStaff = staffRoles.has(to.role) || (from !== null && staffRoles.has(from.role))
  if (concernsStaff && actor.scope === 'chosen') return 'beyond_own_rights'
  if ((from?.role === 'admin' || to.role === 'admin') && actor.role !== 'admin') return 'beyond_own_rights'
  const had = from ? effectivePermissions(from.role, from.own) : new Set<Permission>()
  for (const permission of effectivePermissions(to.role, to.own)) {
    if (!had.has(permission) && !everyday.has(permission) && !actor.permissions.has(permission))
      return 'beyond_own_rights'
  }
  return null
}
