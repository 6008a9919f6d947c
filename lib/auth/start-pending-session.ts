import type { PlatformTx } from '@/lib/db/as-platform'
import type { Device } from './start-session'

/** How long somebody who gave the password has for the second factor, in minutes. */
export const pendingMinutes = 10

/** Starts a platform admin's session that is worth nothing until the second factor is proved. */
export async function startPendingSession(
  tx: PlatformTx,
  adminId: string,
  device: Device,
): Promise<{ sessionId: string }> {
  const { id } = await tx.platformAdminSession.create({
    data: { adminId, expiresAt: new Date(Date.now() + pendingMinutes * 60_000), ...device },
    select: { id: true },
  })
  return { sessionId: id }
}
