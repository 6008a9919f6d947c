import type { TenantTx } from '@/lib/db/in-tenant'

/** Ends every one-time link that a person could still use, whatever it is for. */
export async function revokeLinks(tx: TenantTx, userId: string): Promise<void> {
  await tx.signInLink.updateMany({
    where: { userId, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}
