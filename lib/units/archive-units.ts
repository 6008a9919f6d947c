import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { auditUnits } from './audit-units'

/**
 * Puts units into the archive; their ownership history stays.
 * @returns how many; refusal 'not_found' when one is not there, cannot be seen or is archived already
 */
export async function archiveUnits(
  tx: TenantTx,
  actor: Actor,
  { ids }: { ids: readonly string[] },
): Promise<Result<{ units: number }>> {
  const wanted = [...new Set(ids)]
  const archived = await tx.unit.updateManyAndReturn({
    where: { id: { in: wanted }, status: 'active' },
    data: {
      status: 'archived',
      archivedAt: new Date(),
      archivedBy: actor.kind === 'user' ? actor.userId : null,
    },
    select: { id: true, label: true, associationId: true },
  })
  if (archived.length < wanted.length) return refuse('not_found')
  await auditUnits(tx, actor, archived, () => ({ action: 'unit:archived' }))
  return ok({ units: archived.length })
}
