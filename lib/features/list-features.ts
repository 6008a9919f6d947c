import type { TenantTx } from '@/lib/db/in-tenant'
import { type FeatureId, featureIds } from './registry'

export type FeatureState = {
  feature: FeatureId
  inPlan: boolean
  /** What an admin of Portico decided beside the plans, why, and the first day on which it no longer holds. */
  override: { effect: 'grant' | 'deny'; reason: string; untilOn: Date | null } | null
  /** Whether plans and override let the company have it. */
  available: boolean
  /** The company's own switch, whether or not it has the feature. */
  on: boolean
}

type Row = {
  feature: string
  inPlan: boolean
  effect: 'grant' | 'deny' | null
  reason: string | null
  untilOn: Date | null
  on: boolean
}

/** Lists every feature that can be switched, as it stands for the company; nothing for people of the portal. */
export async function listFeatures(tx: TenantTx): Promise<FeatureState[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select feature, in_plan as "inPlan", effect, reason, until_on as "untilOn", is_on as "on" from app.my_features()`
  return featureIds.flatMap(feature => {
    const row = rows.find(each => each.feature === feature)
    if (!row) return []
    const { inPlan, effect, reason, untilOn, on } = row
    const override = effect && { effect, reason: reason ?? '', untilOn }
    return [{ feature, inPlan, override, available: effect ? effect === 'grant' : inPlan, on }]
  })
}
