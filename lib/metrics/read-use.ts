import type { PlatformTx } from '@/lib/db/as-platform'
import type { LocalDate } from '@/lib/time/local-date'

/** What a company used of a meter on a UTC day. */
export type UseOfDay = { meter: string; day: LocalDate; quantity: bigint }

/** What one company used by meter and day, from one day up to and without another. */
export function readUse(
  tx: PlatformTx,
  tenantId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<UseOfDay[]> {
  return tx.$queryRaw<UseOfDay[]>`
    select meter, on_day::text as day, quantity from platform.usage_days
    where tenant_id = ${tenantId}::uuid and on_day >= ${from}::date and on_day < ${until}::date order by meter, on_day`
}
