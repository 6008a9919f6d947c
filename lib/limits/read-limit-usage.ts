import { inTenant, type TenantId, type TenantTx } from '@/lib/db/in-tenant'
import { limitNames } from '@/lib/plans/plan'
import type { LimitUsage } from '@/lib/plans/rules'
import { limitedMeters } from './meters'

/** Counts right now all that plans can limit; what the product does not have yet is nothing. */
export async function readLimitUsage(tx: TenantTx): Promise<LimitUsage> {
  const counted = { users: 0, properties: 0, bookings: 0 }
  const known = new Map<string, (tx: TenantTx) => Promise<number>>(
    Object.entries(limitedMeters).map(([name, { count }]) => [name, count]),
  )
  for (const name of limitNames) counted[name] = (await known.get(name)?.(tx)) ?? 0
  return counted
}

/** The same of a company from outside of it: figures alone leave the company. */
export function readLimitUsageOf(tenantId: TenantId): Promise<LimitUsage> {
  return inTenant({ tenantId, system: 'limits' }, readLimitUsage)
}
