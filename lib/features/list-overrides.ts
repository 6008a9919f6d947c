import type { PlatformTx } from '@/lib/db/as-platform'
import { type FeatureId, featureIds } from './registry'

export type AllowedFeature = {
  feature: FeatureId
  inPlan: boolean
  override: {
    effect: 'grant' | 'deny'
    reason: string
    untilOn: Date | null
    by: string | null
    at: Date
  } | null
}

type Row = { feature: string; inPlan: boolean }

/** Lists every feature that can be switched, as plans and admins leave it for one company; its own switches are its own. */
export async function listOverrides(tx: PlatformTx, tenantId: string): Promise<AllowedFeature[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select feature, in_plan as "inPlan" from platform.feature_table(${tenantId}::uuid)`
  const today = new Date().toISOString().slice(0, 10)
  const overrides = await tx.platformFeatureOverride.findMany({
    where: { tenantId, liftedAt: null, OR: [{ untilOn: null }, { untilOn: { gt: new Date(today) } }] },
    include: { createdByUser: { select: { name: true } } },
  })
  return featureIds.flatMap(feature => {
    const row = rows.find(each => each.feature === feature)
    if (!row) return []
    const found = overrides.find(each => each.feature === feature)
    const override = found && {
      effect: found.effect === 'grant' ? ('grant' as const) : ('deny' as const),
      reason: found.reason,
      untilOn: found.untilOn,
      by: found.createdByUser?.name ?? null,
      at: found.createdAt,
    }
    return [{ feature, inPlan: row.inPlan, override: override ?? null }]
  })
}
