import type { PlatformTx } from '@/lib/db/as-platform'

/** Lets one transaction at a time count and write a tenant's usage; the next sees what this one wrote. */
export async function lockUsage(tx: PlatformTx, tenantId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`usage:${tenantId}`}, 0))`
}
