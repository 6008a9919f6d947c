import type { TenantTx } from '@/lib/db/in-tenant'
import { hashToken, type LinkPurpose } from './create-sign-in-link'

/**
 * Spends a one-time link: of any number of people who try at once, one is given the person it stands for. The other
 * links the person still had for the same purpose end with it.
 * @returns null when the link is unknown, expired, revoked or spent
 */
export async function spendSignInLink(
  tx: TenantTx,
  token: string,
): Promise<{ userId: string; purpose: LinkPurpose } | null> {
  const spent = await tx.$queryRaw<{ id: string; userId: string; purpose: LinkPurpose }[]>`
    update app.sign_in_links set used_at = now()
    where tenant_id = app.current_tenant() and token_hash = ${hashToken(token)}
      and used_at is null and revoked_at is null and expires_at > now()
    returning id, user_id as "userId", purpose`
  const link = spent[0]
  if (!link) return null
  await tx.signInLink.updateMany({
    where: { userId: link.userId, purpose: link.purpose, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return { userId: link.userId, purpose: link.purpose }
}
