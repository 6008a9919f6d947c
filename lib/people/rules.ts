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

/** Whether a person with these rights is one of the company's admins, who can put everything right. */
export function isAdmin({ role, own }: Rights): boolean {
  return role === 'admin' && own['user:permit'] !== 'deny'
}

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
