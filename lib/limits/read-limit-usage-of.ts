import type { PlatformTx } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import type { LimitUsage } from '@/lib/plans/rules'
import { countLimited } from './read-limit-usage'

/**
 * What counts against the limits of a company, read from outside of it: counted right now where the product has it, of
 * which figures alone leave the company; else as it was metered last.
 */
export async function readLimitUsageOf(tx: PlatformTx, tenantId: TenantId): Promise<LimitUsage> {
  const rows = await tx.$queryRaw<{ meter: string; quantity: bigint }[]>`
    select distinct on (meter) meter, quantity from platform.usage_days
    where tenant_id = ${tenantId}::uuid and meter in ('users', 'properties') order by meter, on_day desc`
  const [booked] = await tx.$queryRaw<{ quantity: bigint }[]>`
    select coalesce(sum(quantity), 0)::bigint as quantity from platform.usage_days
    where tenant_id = ${tenantId}::uuid and meter = 'bookings'
      and on_day >= date_trunc('month', now() at time zone 'UTC')::date`
  const of = (meter: string) => Number(rows.find(row => row.meter === meter)?.quantity ?? 0n)
  const metered = {
    users: of('users'),
    properties: of('properties'),
    bookings: Number(booked?.quantity ?? 0n),
  }
  return { ...metered, ...(await inTenant({ tenantId, system: 'limits' }, countLimited)) }
}
