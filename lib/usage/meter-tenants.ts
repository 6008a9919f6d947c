import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { log } from '@/lib/log/log'
import { meterTenant } from './meter-tenant'
import { reconcileTenant } from './reconcile-tenant'

/** Each takes a connection of the platform's and one of the tenants'. */
const atOnce = 3

/**
 * Meters every company that is not closed, a few at once, and at night compares their settled days with the
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
  const waiting = tenants.map(({ id }) => id as TenantId)
  const next = async (): Promise<void> => {
    for (let tenantId = waiting.shift(); tenantId; tenantId = waiting.shift()) {
      try {
        const { records } = await meterTenant(tenantId, now)
        const { open } = options.reconcile ? await reconcileTenant(tenantId, now) : { open: 0 }
        done.tenants += 1
        done.records += records
        done.differences += open
      } catch (error) {
        failed.push(tenantId)
        log().error({ err: error, tenantId }, 'usage not metered')
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  if (failed.length > 0)
    throw new Error(`the usage of ${failed.length} of ${tenants.length} tenants is not metered`)
  return done
}
