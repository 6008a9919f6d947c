import type { PlatformTx } from '@/lib/db/as-platform'
import type { LimitUsage } from '@/lib/plans/rules'

/** What counts against limits as it was metered last: an admin of the platform has no look at the things themselves. */
export async function readMeteredLimits(tx: PlatformTx, tenantId: string): Promise<LimitUsage> {
  const rows = await tx.$queryRaw<{ meter: string; quantity: bigint }[]>`
    select distinct on (meter) meter, quantity from platform.usage_days
    where tenant_id = ${tenantId}::uuid and meter in ('users', 'properties') order by meter, on_day desc`
  const [booked] = await tx.$queryRaw<{ quantity: bigint }[]>`
    select coalesce(sum(quantity), 0)::bigint as quantity from platform.usage_days
    where tenant_id = ${tenantId}::uuid and meter = 'bookings'
      and on_day >= date_trunc('month', now() at time zone 'UTC')::date`
  const of = (meter: string) => Number(rows.find(row => row.meter === meter)?.quantity ?? 0n)
  return { users: of('users'), properties: of('properties'), bookings: Number(booked?.quantity ?? 0n) }
}
