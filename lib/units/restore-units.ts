import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { auditUnits } from './audit-units'

/**
 * Takes units out of the archive.
 * @returns how many; refusal 'not_found' when one is not there, cannot be seen or is not archived, 'wrong_state' while
 * its association is archived
 */
export async function restoreUnits(
  tx: TenantTx,
  actor: Actor,
  { ids }: { ids: readonly string[] },
): Promise<Result<{ units: number }>> {
  const wanted = [...new Set(ids)]
  const restored = await tx.unit.updateManyAndReturn({
    where: { id: { in: wanted }, status: 'archived' },
    data: { status: 'active', archivedAt: null, archivedBy: null },
    select: { id: true, label: true, associationId: true },
  })
  if (restored.length < wanted.length) return refuse('not_found')
  const closed = await tx.association.count({
    where: { id: { in: restored.map(unit => unit.associationId) }, status: 'archived' },
  })
  if (closed > 0) return refuse('wrong_state', { params: { why: 'its association is archived' } })
  await auditUnits(tx, actor, restored, () => ({ action: 'unit:restored' }))
  return ok({ units: restored.length })
}
