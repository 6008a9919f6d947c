import type { TenantTx } from '@/lib/db/in-tenant'
import type { JobData, JobName } from './job-names'

/**
 * Queues a job in the same transaction as the facts it is about; the database stamps the tenant.
 * @param options.key makes the job unique among those of this tenant and name that have not begun
 * @returns the job's id, or null when one with this key is already waiting
 */
export async function enqueueJob<N extends JobName>(
  tx: TenantTx,
  name: N,
  data: JobData[N],
  options: { key?: string; startAfter?: Date } = {},
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string | null }[]>`
    select app.enqueue_job(${name}, ${JSON.stringify(data)}::jsonb, ${options.key ?? null}, ${options.startAfter ?? null}::timestamptz) as id`
  return rows[0]?.id ?? null
}
