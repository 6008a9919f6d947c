import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Takes associations out of the archive, with the units that were archived along with them.
 * @returns how many; refusal 'not_found' when one is not there, cannot be seen or is not archived
 */
export async function restoreAssociations(
  tx: TenantTx,
  actor: Actor,
  { ids }: { ids: readonly string[] },
): Promise<Result<{ restored: number }>> {
  const wanted = [...new Set(ids)]
  const before = await tx.association.findMany({
    where: { id: { in: wanted }, status: 'archived' },
    select: { id: true, name: true, archivedAt: true },
  })
  const restored = { status: 'active', archivedAt: null, archivedBy: null }
  const { count } = await tx.association.updateMany({
    where: { id: { in: wanted }, status: 'archived' },
    data: restored,
  })
  if (count < wanted.length || before.length < wanted.length) return refuse('not_found')
  for (const { id, name, archivedAt } of before) {
    await tx.unit.updateMany({ where: { associationId: id, archivedAt, status: 'archived' }, data: restored })
    await recordAudit(tx, actor, {
      action: 'association:restored',
      subjectType: 'association',
      subjectId: id,
      subjectLabel: name,
      associationId: id,
    })
  }
  return ok({ restored: count })
}
