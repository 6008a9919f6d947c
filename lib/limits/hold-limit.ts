import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type LimitedMeter, limitedMeters } from './meters'

const meters = Object.keys(limitedMeters).sort() as LimitedMeter[]

/** Keeps others of the company from adding what a meter counts, and from changing its limit, until the transaction ends. */
export async function holdLimit(tx: TenantTx, meter: LimitedMeter): Promise<void> {
  await tx.$queryRaw`
    select 1 as held from pg_advisory_xact_lock(hashtextextended(app.current_tenant()::text || ${meter}, 5))`
}

/** The same for all that plans limit: whoever changes plans holds it before looking whether the company fits. */
export async function holdLimits(tx: TenantTx): Promise<void> {
  for (const meter of meters) await holdLimit(tx, meter)
}

/** The same of a company from outside of it; before its account is held, for so does the company. */
export async function holdLimitsOf(tx: PlatformTx, tenantId: string): Promise<void> {
  for (const meter of meters)
    await tx.$queryRaw`
      select 1 as held from pg_advisory_xact_lock(hashtextextended(${tenantId}::uuid::text || ${meter}, 5))`
}
