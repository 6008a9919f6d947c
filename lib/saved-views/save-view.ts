import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { SaveView } from './schema'

/**
 * Keeps a list as it is shown, for its author or for all staff.
 * @returns refusal 'taken', or 'forbidden' to a guest, who has no views when the author has a view of that name
 */
export async function saveView(
  tx: TenantTx,
  actor: UserActor,
  { list, name, query, shared }: SaveView,
): Promise<Result<{ id: string }>> {
  if (actor.guest) return refuse('forbidden')
  const { id } = await tx.savedView.create({
    data: { userId: actor.userId, list, name, query, sharedAt: shared ? new Date() : null },
    select: { id: true },
  })
  await recordAudit(tx, actor, {
    action: 'view:saved',
    subjectType: 'view',
    subjectId: id,
    subjectLabel: name,
    after: { list, query, shared },
  })
  return ok({ id })
}
