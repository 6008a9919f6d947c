import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Ends one session of an admin, or all.
 * @param which.except a session to leave alone, such as the one that asks
 * @returns how many were still open
 */
export async function endAdminSessions(
  tx: PlatformTx,
  which: { adminId: string; sessionId?: string; except?: string },
): Promise<number> {
  const id = {
    ...(which.sessionId && { equals: which.sessionId }),
    ...(which.except && { not: which.except }),
  }
  const { count } = await tx.platformAdminSession.updateMany({
    where: { adminId: which.adminId, revokedAt: null, expiresAt: { gt: new Date() }, id },
    data: { revokedAt: new Date() },
  })
  return count
}
