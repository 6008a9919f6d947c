import type { TenantTx } from '@/lib/db/in-tenant'
import type { PlanVersion } from '@/lib/plans/plan'
import { type LimitState, limitState, limitsOf } from '@/lib/plans/rules'
import { openPlans } from '@/lib/subscriptions/billing'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { type LimitedMeter, limitedMeters } from './meters'

export type LimitUse = {
  used: number
  allowed: number
  state: LimitState
  /** The plan that sets the limit. */
  plan: PlanVersion
}

/** Reads how much of a limit is used right now; null when the company's plans set none. */
export async function readLimit(tx: TenantTx, meter: LimitedMeter): Promise<LimitUse | null> {
  const plans = openPlans(await readMyBilling(tx))
  const allowed = limitsOf(plans)[meter]
  const plan = plans.find(each => each.limits[meter] === allowed)
  if (allowed === undefined || !plan) return null
  const used = await limitedMeters[meter].count(tx)
  return { used, allowed, state: limitState(used, allowed), plan }
}
