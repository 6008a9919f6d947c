import type { Actor } from '@/lib/auth/actor'
import { effectivePermissions, type Permission } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { readRights } from './read-rights'

/** What deciding about others' access takes, one or the other. */
const deciding: readonly Permission[] = ['user:invite', 'user:permit']

/**
 * Reads once more who is changing somebody's access. What the transaction opened with, in the actor as in the
 * database's context, stays as it was while it waits for another change; so this is asked behind `holdAccess`.
 * @returns the actor with their role, limit and permissions of now; null when they lost what they decide by
 */
export async function rereadActor(tx: TenantTx, actor: Actor): Promise<Actor | null> {
  // Neither the system nor a guest has rights that people change.
  if (actor.kind === 'system' || actor.guest) return actor
  const now = await readRights(tx, actor.userId)
  if (!now || now.suspendedAt) return null
  const { role, own } = now.rights
  const permissions = effectivePermissions(role, own)
  const lost = deciding.some(name => actor.permissions.has(name) && !permissions.has(name))
  if (lost || (actor.scope === 'all' && now.scope !== 'all')) return null
  return { ...actor, role, scope: now.scope, permissions }
}
