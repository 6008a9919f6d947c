import type { PlatformTx } from '@/lib/db/as-platform'

/** Lets the jobs of a tenant that waited for it start at once. */
export async function wakeJobs(tx: PlatformTx, tenantId: string): Promise<void> {
  await tx.$executeRaw`
    update jobs.job set start_after = now()
    where state = 'retry' and started_on is null and data ->> 'tenantId' = ${tenantId}`
}
