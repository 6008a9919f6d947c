import type { PlatformTx } from '@/lib/db/as-platform'
import type { TierPlan } from '@/lib/plans/plan'

/** What the version of a tier that is for sale today includes. */
export async function readTierFeatures(tx: PlatformTx, tier: TierPlan): Promise<string[]> {
  const rows = await tx.$queryRaw<{ features: string[] }[]>`
    select features from platform.plan_versions
    where id = platform.version_for_sale(${tier}, (now() at time zone 'UTC')::date)`
  return rows[0]?.features ?? []
}

/** What a company's plans, and admins beside them, let it have. */
export async function readAvailableFeatures(tx: PlatformTx, tenantId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ features: string[] }[]>`
    select platform.available_features(${tenantId}::uuid) as features`
  return rows[0]?.features ?? []
}
