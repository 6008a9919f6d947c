import type { Refusal } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { refuseSignIn } from '@/lib/homeowners/guests'
import { auditChange, differences, type OwnershipAction, type OwnershipChange } from './audit-change'
import { writeHistory } from './write-history'

/**
 * Writes a change of a unit's ownership and puts it on record.
 * @returns null, or refusal 'not_for_guests' where a guest would change what somebody who signs in owns
 */
export async function writeChange(
  tx: TenantTx,
  actor: Actor,
  action: OwnershipAction,
  change: OwnershipChange,
): Promise<Refusal | null> {
  const { history, after } = change
  const { was, is } = differences(history, after)
  const owners = new Set([...was, ...is].map(period => period.homeownerId))
  const refused = await refuseSignIn(tx, actor, [...owners])
  if (refused) return refused
  await writeHistory(tx, history.unit.id, history.periods, after)
  await auditChange(tx, actor, action, change)
  return null
}
