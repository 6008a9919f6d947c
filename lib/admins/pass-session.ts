import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PendingAdmin } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/** How long a platform admin's session lives, in hours, whatever happens. */
const sessionHours = 12

/** What proved the second factor. */
export type FactorMethod = 'code' | 'recovery code' | 'enrolment'

/** Makes the session that waited for its second factor an admin's; false when it has ended meanwhile. */
export async function passSession(
  tx: PlatformTx,
  admin: PendingAdmin,
  how: { method: FactorMethod; address: string; now: Date },
): Promise<boolean> {
  const { method, address, now } = how
  const { count } = await tx.platformAdminSession.updateMany({
    where: { id: admin.sessionId, revokedAt: null, factorPassedAt: null, expiresAt: { gt: now } },
    data: { factorPassedAt: now, expiresAt: new Date(now.getTime() + sessionHours * 3_600_000) },
  })
  if (count === 0) return false
  await recordPlatformAudit(tx, admin, { action: 'session:started', detail: { method, address } })
  return true
}
