import type { TenantTx } from '@/lib/db/in-tenant'
import type { FeatureId } from './registry'

/**
 * Says whether the company of this transaction has a feature and did not switch it off. For work of the system's own;
 * pages, actions and routes name the feature in their spec.
 */
export async function companyHasFeature(tx: TenantTx, feature: FeatureId): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ has: boolean }[]>`select app.has_feature(${feature}) as has`
  return row?.has ?? false
}
