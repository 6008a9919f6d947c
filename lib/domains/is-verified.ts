import type { PlatformTx } from '@/lib/db/as-platform'

/** Says whether a host is a company's verified domain, for which a certificate may be had. */
export async function isVerified(tx: PlatformTx, host: string): Promise<boolean> {
  const tenant = { status: { in: ['active', 'suspended'] } }
  return (await tx.platformDomain.count({ where: { host, verifiedAt: { not: null }, tenant } })) > 0
}
