import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Puts associations into the archive; with `withUnits` their active units go along, and come back along.
 * @returns how many; refusal 'not_found' when one is not there, cannot be seen or is archived already, 'has_units'
 */
export async function archiveAssociations(
  tx: TenantTx,
  actor: Actor,
  { ids, withUnits }: { ids: readonly string[]; withUnits: boolean },
): Promise<Result<{ archived: number }>> {
  const wanted = [...new Set(ids)]
  const archivedBy = actor.kind === 'user' ? actor.userId : null
  // The same instant on an association and its units says which units to restore with it.
  const data = { status: 'archived', archivedAt: new Date(), archivedBy }
  const archived = await tx.association.updateManyAndReturn({
    where: { id: { in: wanted }, status: 'active' },
    data,
    select: { id: true, name: true, unitCount: true },
  })
  if (archived.length < wanted.length) return refuse('not_found')
  if (!withUnits && archived.some(association => association.unitCount > 0)) return refuse('has_units')
  if (withUnits)
    await tx.unit.updateMany({ where: { associationId: { in: wanted }, status: 'active' }, data })
  for (const { id, name, unitCount } of archived)
    await recordAudit(tx, actor, {
      action: 'association:archived',
      subjectType: 'association',
      subjectId: id,
      subjectLabel: name,
      associationId: id,
      after: { units: unitCount },
    })
  return ok({ archived: archived.length })
}
