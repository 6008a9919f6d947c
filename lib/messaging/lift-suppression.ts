import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Lets messages go to an address or number again that bounced or complained.
 * @returns refusal 'not_found', or 'forbidden' for a number whose owner replied STOP: only they can take that back
 */
export async function liftSuppression(
  tx: TenantTx,
  actor: UserActor,
  input: { suppressionId: string },
): Promise<Result> {
  const block = await tx.suppression.findFirst({ where: { id: input.suppressionId, liftedAt: null } })
  if (!block) return refuse('not_found')
  if (block.reason === 'unsubscribed') return refuse('forbidden')
  await tx.suppression.updateMany({
    where: { id: block.id, liftedAt: null },
    data: { liftedAt: new Date(), liftedBy: actor.userId },
  })
  await recordAudit(tx, actor, {
    action: 'suppression:lifted',
    subjectType: 'suppression',
    subjectId: block.id,
    subjectLabel: block.recipient,
    before: { reason: block.reason },
  })
  return ok()
}
