import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Removes one of the actor's views.
 * @returns refusal 'not_found', also for somebody else's
 */
export async function removeView(tx: TenantTx, actor: UserActor, { id }: { id: string }): Promise<Result> {
  if (actor.guest) return refuse('forbidden')
  const where = { id, userId: actor.userId }
  const before = await tx.savedView.findFirst({ where, select: { name: true, list: true, query: true } })
  if (!before) return refuse('not_found')
  await tx.savedView.deleteMany({ where })
  await recordAudit(tx, actor, {
    action: 'view:removed',
    subjectType: 'view',
    subjectId: id,
    subjectLabel: before.name,
    before: { list: before.list, query: before.query },
  })
  return ok()
}
