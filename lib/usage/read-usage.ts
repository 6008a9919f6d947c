import type { TenantTx } from '@/lib/db/in-tenant'
import type { DayUsage } from '@/lib/rating/invoice'
import type { Days } from './facts'

/** Reads the company's own use by day, as it was rolled up last. */
export function readUsage(tx: TenantTx, { from, until }: Days): Promise<DayUsage[]> {
  return tx.$queryRaw<DayUsage[]>`
    select meter, on_day::text as day, quantity from app.my_usage(${from}::date, ${until}::date)`
}
