import { timeBounds } from '@/lib/action/request-meter'
import type { PlatformTx } from '@/lib/db/as-platform'

/** How a company's requests went: how many, how many broke, and the time that 95 in 100 stayed under. */
export type ServiceRow = {
  tenantId: string
  name: string
  requests: number
  errors: number
  /** Upper bound in milliseconds; null when it lies beyond the largest bound. */
  p95: number | null
}

type Counted = Omit<ServiceRow, 'p95'> & { classes: number[] }

/** The bound under which the given share of counted times lies; null when beyond the largest. */
export function boundOf(classes: readonly number[], share: number): number | null {
  const all = classes.reduce((sum, value) => sum + value, 0)
  let seen = 0
  for (const [at, value] of classes.entries()) {
    seen += value
    if (seen >= all * share) return timeBounds[at] ?? null
  }
  return null
}

const told = (rows: Counted[]): ServiceRow[] =>
  rows.map(({ classes, ...row }) => ({ ...row, p95: boundOf(classes, 0.95) }))

/** How one company's requests went since an instant; empty when there were none. */
export async function readServiceOf(tx: PlatformTx, tenantId: string, since: Date): Promise<ServiceRow[]> {
  const rows = await tx.$queryRaw<Counted[]>`
    select r.tenant_id as "tenantId", t.name, sum(r.requests)::float8 as requests, sum(r.errors)::float8 as errors,
      array[sum(le_50), sum(le_100), sum(le_200), sum(le_500), sum(le_1000), sum(le_5000), sum(slower)]::float8[] as classes
    from platform.request_hours r join platform.tenants t on t.id = r.tenant_id
    where r.hour_at >= ${since} and r.tenant_id = ${tenantId}::uuid group by 1, 2`
  return told(rows)
}

/** The companies with most requests since an instant, and how those went. */
export async function readService(tx: PlatformTx, since: Date, take: number): Promise<ServiceRow[]> {
  const rows = await tx.$queryRaw<Counted[]>`
    select r.tenant_id as "tenantId", t.name, sum(r.requests)::float8 as requests, sum(r.errors)::float8 as errors,
      array[sum(le_50), sum(le_100), sum(le_200), sum(le_500), sum(le_1000), sum(le_5000), sum(slower)]::float8[] as classes
    from platform.request_hours r join platform.tenants t on t.id = r.tenant_id
    where r.hour_at >= ${since} group by 1, 2 order by 3 desc, 1 limit ${take}`
  return told(rows)
}
