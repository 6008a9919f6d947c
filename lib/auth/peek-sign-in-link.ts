import type { TenantTx } from '@/lib/db/in-tenant'
import { hashToken, type LinkPurpose } from './create-sign-in-link'

export type LinkPreview = { purpose: LinkPurpose; name: string; email: string; hasPassword: boolean }

/** Says whom a one-time link is for without spending it; null when it is no longer good. */
export async function peekSignInLink(tx: TenantTx, token: string): Promise<LinkPreview | null> {
  const link = await tx.signInLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      user: { suspendedAt: null },
    },
    select: { purpose: true, user: { select: { name: true, email: true, passwordHash: true } } },
  })
  if (!link) return null
  const { name, email, passwordHash } = link.user
  return { purpose: link.purpose as LinkPurpose, name, email, hasPassword: passwordHash !== null }
}
