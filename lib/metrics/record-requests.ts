import { returnRequestCounts, takeRequestCounts } from '@/lib/action/request-meter'
import { asPlatform } from '@/lib/db/as-platform'
import { sql } from '@/lib/db/sql'

/**
 * Writes what this process counted of companies' requests since the last time, all of them in one statement. What
 * cannot be written is kept for the next time; what a process that is killed had not written is lost.
 * @returns how many requests were written
 */
export async function recordRequests(): Promise<number> {
  const counts = takeRequestCounts()
  if (counts.length === 0) return 0
  const rows = counts.map(({ tenantId, hourAt, requests, errors, classes }) => ({
    tenant_id: tenantId,
    hour_at: new Date(hourAt),
    requests,
    errors,
    c: classes,
  }))
  try {
    await asPlatform(tx =>
      tx.$executeRaw(sql`
        insert into platform.request_hours as r (tenant_id, hour_at, requests, errors, le_50, le_100, le_200, le_500, le_1000, le_5000, slower)
        select n.tenant_id, n.hour_at, n.requests, n.errors, n.c[1], n.c[2], n.c[3], n.c[4], n.c[5], n.c[6], n.c[7]
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (tenant_id uuid, hour_at timestamptz, requests bigint, errors bigint, c bigint[])
        where exists (select from platform.accounts a where a.tenant_id = n.tenant_id)
        on conflict (tenant_id, hour_at) do update set requests = r.requests + excluded.requests,
          errors = r.errors + excluded.errors, le_50 = r.le_50 + excluded.le_50, le_100 = r.le_100 + excluded.le_100,
          le_200 = r.le_200 + excluded.le_200, le_500 = r.le_500 + excluded.le_500,
          le_1000 = r.le_1000 + excluded.le_1000, le_5000 = r.le_5000 + excluded.le_5000, slower = r.slower + excluded.slower`),
    )
  } catch (error) {
    returnRequestCounts(counts)
    throw error
  }
  return counts.reduce((sum, { requests }) => sum + requests, 0)
}
