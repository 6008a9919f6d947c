import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import type { JobData, JobName } from './job-names'

/**
 * Queues a job about one tenant in the same transaction as the platform's facts it is about; the twin of `enqueueJob`.
 * @param options.key makes the job unique among those of this tenant and name that have not begun
 * @returns the job's id, or null when one with this key is already waiting
 */
export async function enqueueTenantJob<N extends JobName>(
  tx: PlatformTx,
  tenantId: TenantId,
  name: N,
  data: JobData[N],
  options: { key?: string; startAfter?: Date } = {},
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string | null }[]>`
    select platform.enqueue_job(${tenantId}::uuid, ${name}, ${JSON.stringify(data)}::jsonb, ${options.key ?? null},
      ${options.startAfter ?? null}::timestamptz) as id`
  return rows[0]?.id ?? null
}
