import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { unchangedSince } from '@/lib/db/seen'
import { refuseAddress } from './guests'
import type { EditHomeowner } from './schema'

/**
 * Changes a homeowner's facts, unless somebody else changed them since the form was drawn.
 * @returns refusal 'not_found', 'archived', 'conflict', or 'not_for_guests' for another address
 */
export async function editHomeowner(
  tx: TenantTx,
  actor: Actor,
  { homeownerId, seen, ...facts }: EditHomeowner,
): Promise<Result<{ homeownerId: string }>> {
  const before = await tx.homeowner.findFirst({ where: { id: homeownerId } })
  if (!before) return refuse('not_found')
  if (before.status === 'archived') return refuse('archived')
  const refused = facts.email === before.email ? null : refuseAddress(actor)
  if (refused) return refused
  const names = Object.keys(facts) as (keyof typeof facts)[]
  const changed = names.filter(name => before[name] !== facts[name])
  const { count } = await tx.homeowner.updateMany({
    where: { id: homeownerId, updatedAt: unchangedSince(seen), status: 'active' },
    data: facts,
  })
  if (count === 0) return refuse('conflict')
  if (changed.length > 0)
    await recordAudit(tx, actor, {
      action: 'homeowner:edited',
      subjectType: 'homeowner',
      subjectId: homeownerId,
      subjectLabel: facts.name,
      before: Object.fromEntries(changed.map(name => [name, before[name]])),
      after: Object.fromEntries(changed.map(name => [name, facts[name]])),
    })
  return ok({ homeownerId })
}
