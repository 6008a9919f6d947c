import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { log } from '@/lib/log/log'
import { meterTenant } from './meter-tenant'
import { reconcileTenant } from './reconcile-tenant'

/**
 * Meters every company that is not closed, one after the other, and at night compares their settled days with the
 * facts. One that fails does not keep the others from being done.
 * @throws at the end, when any failed, so that the round is run again
 */
export async function meterTenants(
  now: Date,
  options: { reconcile?: boolean } = {},
): Promise<{ tenants: number; records: number; differences: number }> {
  const tenants = await asPlatform(tx =>
    tx.platformTenant.findMany({
      where: { status: { in: ['active', 'suspended'] } },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  )
  const done = { tenants: 0, records: 0, differences: 0 }
  const failed: string[] = []
  for (const { id } of tenants) {
    const tenantId = id as TenantId
    try {
      done.records += (await meterTenant(tenantId, now)).records
      if (options.reconcile) done.differences += (await reconcileTenant(tenantId, now)).open
      done.tenants += 1
    } catch (error) {
      failed.push(id)
      log().error({ err: error, tenantId }, 'usage not metered')
    }
  }
  if (failed.length > 0)
    throw new Error(`the usage of ${failed.length} of ${tenants.length} tenants is not metered`)
  return done
}
