import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { wakeRound } from '@/lib/jobs/wake-round'

const linkDays = 7

/** Has an admin sent a one-time link to choose a password with; earlier ones are worth nothing any more. */
export async function linkAdmin(
  tx: PlatformTx,
  by: Pick<AdminActor, 'adminId'> | null,
  adminId: string,
): Promise<void> {
  const now = new Date()
  await tx.platformAdminLink.updateMany({
    where: { adminId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
  await tx.platformAdminLink.create({ data: { adminId, createdBy: by?.adminId ?? null, expiresAt } })
  await wakeRound(tx, 'admin-mail')
}
