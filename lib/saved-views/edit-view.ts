import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { EditView } from './schema'

/**
 * Renames one of the actor's views, shares it or takes it back.
 * @returns refusal 'not_found' (also for somebody else's), or 'taken' when the author has another of that name
 */
export async function editView(
  tx: TenantTx,
  actor: UserActor,
  { id, name, shared }: EditView,
): Promise<Result<{ id: string }>> {
  if (actor.guest) return refuse('forbidden')
  const where = { id, userId: actor.userId }
  const before = await tx.savedView.findFirst({ where, select: { name: true, sharedAt: true } })
  if (!before) return refuse('not_found')
  const sharedAt = shared ? (before.sharedAt ?? new Date()) : null
  await tx.savedView.updateMany({ where, data: { name, sharedAt } })
  await recordAudit(tx, actor, {
    action: 'view:edited',
    subjectType: 'view',
    subjectId: id,
    subjectLabel: name,
    before: { name: before.name, shared: before.sharedAt !== null },
    after: { name, shared },
  })
  return ok({ id })
}
