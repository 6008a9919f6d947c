import type { PlatformTx } from '@/lib/db/as-platform'

/** What for and until when a company lets Portico's support in just now; null when it does not. */
export async function readStanding(
  tx: PlatformTx,
  tenantId: string,
): Promise<{ purpose: string; expiresAt: Date } | null> {
  const [standing] = await tx.$queryRaw<{ purpose: string; expiresAt: Date }[]>`
    select purpose, expires_at as "expiresAt" from app.support_standing(${tenantId}::uuid)`
  return standing ?? null
}
