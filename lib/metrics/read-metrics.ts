import type { PlatformTx } from '@/lib/db/as-platform'
import type { LocalDate } from '@/lib/time/local-date'

/** A figure of the business on a UTC day; money in minor units, everything else a number of things. */
export type MetricDay = { metric: string; day: LocalDate; value: bigint }

/** Reads all figures of the days from one up to and without another, oldest first. */
export function readMetrics(tx: PlatformTx, from: LocalDate, until: LocalDate): Promise<MetricDay[]> {
  return tx.$queryRaw<MetricDay[]>`
    select metric, on_day::text as day, value from platform.metric_days
    where on_day >= ${from}::date and on_day < ${until}::date order by on_day, metric`
}
