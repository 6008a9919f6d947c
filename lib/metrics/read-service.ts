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

/** A company whose requests went worst: the share that took more than half a second, and the share that broke. */
export type WorstRow = ServiceRow & { slowShare: number; errorShare: number }

/** How many requests a company needs before its shares are compared, so that one slow page of three does not lead. */
export const fewestRequests = 20

/**
 * The companies that were slowest and those that broke most since an instant, worst first and at most `take` of each;
 * only of those with `fewestRequests` or more, and never one without a slow or broken request.
 */
export async function readWorstService(
  tx: PlatformTx,
  since: Date,
  take: number,
): Promise<{ slow: WorstRow[]; broken: WorstRow[] }> {
  type Ranked = Counted & { slow: number; bySlow: number; byErrors: number }
  const rows = await tx.$queryRaw<Ranked[]>`
    select w.id as "tenantId", t.name, w.requests, w.errors, w.slow, w.classes, w.by_slow::int as "bySlow",
      w.by_errors::int as "byErrors"
    from (select s.*, row_number() over (order by slow / requests desc, requests desc, id) as by_slow,
        row_number() over (order by errors / requests desc, requests desc, id) as by_errors
      from (select r.tenant_id as id, sum(r.requests)::float8 as requests, sum(r.errors)::float8 as errors,
          sum(le_1000 + le_5000 + slower)::float8 as slow, array[sum(le_50), sum(le_100), sum(le_200), sum(le_500),
            sum(le_1000), sum(le_5000), sum(slower)]::float8[] as classes
        from platform.request_hours r where r.hour_at >= ${since} group by 1
        having sum(r.requests) >= ${fewestRequests}) s) w
    join platform.tenants t on t.id = w.id
    where (w.by_slow <= ${take} and w.slow > 0) or (w.by_errors <= ${take} and w.errors > 0)`
  const first = (rank: (row: Ranked) => number, count: (row: Ranked) => number) =>
    rows
      .filter(row => rank(row) <= take && count(row) > 0)
      .sort((a, b) => rank(a) - rank(b))
      .map(({ classes, slow, bySlow, byErrors, ...row }) => ({
        ...row,
        p95: boundOf(classes, 0.95),
        slowShare: slow / row.requests,
        errorShare: row.errors / row.requests,
      }))
  return {
    slow: first(
      row => row.bySlow,
      row => row.slow,
    ),
    broken: first(
      row => row.byErrors,
      row => row.errors,
    ),
  }
}

/** What one company's requests of one hour came to. */
export type ServiceHour = { hourAt: Date; requests: number; slow: number; errors: number }

/** How one company's requests went hour by hour since an instant, oldest first; hours without any are left out. */
export function readServiceHours(tx: PlatformTx, tenantId: string, since: Date): Promise<ServiceHour[]> {
  return tx.$queryRaw<ServiceHour[]>`
    select hour_at as "hourAt", requests::float8, (le_1000 + le_5000 + slower)::float8 as slow, errors::float8
    from platform.request_hours where tenant_id = ${tenantId}::uuid and hour_at >= ${since} order by hour_at`
}
