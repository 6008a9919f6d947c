import { createHash, randomBytes } from 'node:crypto'
import type { TenantTx } from '@/lib/db/in-tenant'

export type LinkPurpose = 'sign-in' | 'invitation' | 'reset'

/** How long a link of each purpose is good for, in minutes. */
export const linkMinutes: Record<LinkPurpose, number> = {
  'sign-in': 15,
  reset: 30,
  invitation: 7 * 24 * 60,
}

/** What is kept of a link's token: enough to recognise it, useless to whoever reads the table. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Makes a one-time link for a person and keeps the hash of its token.
 * @returns the token (256 random bits), which exists nowhere else
 */
export async function createSignInLink(
  tx: TenantTx,
  link: { userId: string; purpose: LinkPurpose; expiresInMinutes?: number; createdBy?: string },
): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  const minutes = link.expiresInMinutes ?? linkMinutes[link.purpose]
  await tx.signInLink.create({
    data: {
      userId: link.userId,
      purpose: link.purpose,
      tokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + minutes * 60_000),
      createdBy: link.createdBy ?? null,
    },
  })
  return { token }
}
