import { describeDevice, isHandheld } from '@/lib/auth/describe-device'
import type { OpenSession } from '@/lib/auth/list-sessions'
import type { PlatformTx } from '@/lib/db/as-platform'

/** The devices on which an admin is signed in, the one seen last first. */
export async function listAdminSessions(tx: PlatformTx, adminId: string, now: Date): Promise<OpenSession[]> {
  const rows = await tx.platformAdminSession.findMany({
    where: { adminId, revokedAt: null, expiresAt: { gt: now }, factorPassedAt: { not: null } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
  })
  return rows.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
    id,
    device: describeDevice(userAgent),
    handheld: isHandheld(userAgent),
    address: address === 'direct' ? null : address,
    method: 'code',
    startedAt: createdAt,
    lastSeenAt,
  }))
}
