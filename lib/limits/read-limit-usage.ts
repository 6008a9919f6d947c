import type { TenantTx } from '@/lib/db/in-tenant'
import type { LimitUsage } from '@/lib/plans/rules'
import { type LimitedMeter, limitedMeters } from './meters'

/** Counts right now what plans limit and the product has. */
export async function countLimited(tx: TenantTx): Promise<Pick<LimitUsage, LimitedMeter>> {
  const counted = { users: 0 }
  for (const [name, { count }] of Object.entries(limitedMeters))
    counted[name as LimitedMeter] = await count(tx)
  return counted
}

/** Counts right now all that plans can limit; what the product does not have yet is nothing. */
export async function readLimitUsage(tx: TenantTx): Promise<LimitUsage> {
  return { properties: 0, bookings: 0, ...(await countLimited(tx)) }
}
