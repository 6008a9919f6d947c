import type { TenantTx } from '@/lib/db/in-tenant'
import { type LimitedMeter, limitedMeters } from './meters'

/** Keeps others of the company from adding what a meter counts, and from changing its limit, until the transaction ends. */
export async function holdLimit(tx: TenantTx, meter: LimitedMeter): Promise<void> {
  await tx.$queryRaw`
    select 1 as held from pg_advisory_xact_lock(hashtextextended(app.current_tenant()::text || ${meter}, 5))`
}

/** The same for all that plans limit: whoever changes plans holds it before looking whether the company fits. */
export async function holdLimits(tx: TenantTx): Promise<void> {
  for (const meter of Object.keys(limitedMeters).sort()) await holdLimit(tx, meter as LimitedMeter)
}
