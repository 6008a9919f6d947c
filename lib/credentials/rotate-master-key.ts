import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { rewrapSecrets } from './rewrap-secrets'

/**
 * Wraps every company's secrets with the current master key, company by company and batch by batch; each batch is
 * committed by itself. Killed half way it goes on where it was when started again.
 * @param tell hears of each batch
 */
export async function rotateMasterKey(
  tell: (step: { tenantId: string; wrapped: number }) => void,
  batch = 200,
): Promise<{ tenants: number; wrapped: number }> {
  const tenants = await asPlatform(tx =>
    tx.platformTenant.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  let total = 0
  for (const { id } of tenants) {
    for (;;) {
      const wrapped = await rewrapSecrets(id as TenantId, batch)
      if (wrapped === 0) break
      total += wrapped
      tell({ tenantId: id, wrapped })
    }
  }
  return { tenants: tenants.length, wrapped: total }
}
