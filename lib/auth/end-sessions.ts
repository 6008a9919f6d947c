import { recordAudit } from '@/lib/audit/record-audit'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { Actor } from './actor'

/**
 * Ends one session, or all of a person's.
 * @param which.except a session to leave alone, such as the one that asks
 * @returns how many were still open
 */
export async function endSessions(
  tx: TenantTx,
  actor: Actor,
  which: { userId: string; sessionId?: string; except?: string },
): Promise<number> {
  const id = {
    ...(which.sessionId && { equals: which.sessionId }),
    ...(which.except && { not: which.except }),
  }
  const { count } = await tx.session.updateMany({
    where: { userId: which.userId, revokedAt: null, id },
    data: { revokedAt: new Date() },
  })
  if (count > 0)
    await recordAudit(tx, actor, {
      action: 'session:ended',
      subjectType: 'user',
      subjectId: which.userId,
      after: { sessions: count },
    })
  return count
}
