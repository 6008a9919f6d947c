import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import { asMember, type UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Takes leave back from Portico's support; a guest's very next request is refused.
 * @returns refusal 'not_found' when it is over or taken back already
 */
export async function revokeSupport(
  tx: TenantTx,
  actor: UserActor,
  { grantId }: { grantId: string },
): Promise<Result> {
  const now = new Date()
  const { count } = await tx.supportGrant.updateMany({
    where: { id: grantId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now, revokedBy: asMember(actor).userId },
  })
  if (count === 0) return refuse('not_found')
  await recordAudit(tx, actor, {
    action: 'support:revoked',
    subjectType: 'support-grant',
    subjectId: grantId,
  })
  return ok()
}
