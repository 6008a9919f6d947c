import type { PlatformTx } from '@/lib/db/as-platform'
import { hashToken } from './create-sign-in-link'

/** Says which admin's invitation a one-time link is, without spending it; null when it is no longer good. */
export async function peekAdminLink(tx: PlatformTx, token: string) {
  return tx.platformAdminLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      admin: { suspendedAt: null },
    },
    select: { id: true, admin: { select: { id: true, name: true, email: true } } },
  })
}
