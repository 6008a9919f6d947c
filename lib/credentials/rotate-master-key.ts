import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { rewrapSecrets, type SecretName } from './rewrap-secrets'

/** What is told of each batch. */
type RotationStep = { tenantId: string; wrapped: number; unopened: SecretName[] }

/**
 * Wraps every company's secrets with the current master key, company by company and batch by batch; each batch is
 * committed by itself. Killed half way it goes on where it was when started again. A secret that no key of the ring
 * opens holds nothing up: it is told of and counted.
 * @param tell hears of each batch
 */
export async function rotateMasterKey(
  tell: (step: RotationStep) => void,
  batch = 200,
): Promise<{ tenants: number; wrapped: number; unopened: number }> {
  const tenants = await asPlatform(tx =>
    tx.platformTenant.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  const total = { tenants: tenants.length, wrapped: 0, unopened: 0 }
  for (const { id: tenantId } of tenants) {
    let after: SecretName | null = null
    for (;;) {
      const { wrapped, unopened, last } = await rewrapSecrets(tenantId as TenantId, batch, after)
      if (!last) break
      after = last
      total.wrapped += wrapped
      total.unopened += unopened.length
      tell({ tenantId, wrapped, unopened })
    }
  }
  return total
}
