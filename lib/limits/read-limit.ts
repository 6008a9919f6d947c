import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { PlanVersion } from '@/lib/plans/plan'
import { type LimitState, limitState, limitsOf } from '@/lib/plans/rules'
import { type LimitedMeter, limitedMeters } from './meters'

export type LimitUse = {
  used: number
  allowed: number
  state: LimitState
  /** The plan that sets the limit. */
  plan: Pick<PlanVersion, 'name'>
}

const plansSchema = z.array(
  z.object({
    name: z.string(),
    limits: z.object({ users: z.int(), properties: z.int(), bookings: z.int() }).partial(),
  }),
)

/**
 * Reads how much of a limit is used right now; null when the company's plans set none. Nothing is read of what the
 * plans cost: whoever adds something need not see the bill.
 */
export async function readLimit(tx: TenantTx, meter: LimitedMeter): Promise<LimitUse | null> {
  const [row] = await tx.$queryRaw<{ plans: unknown }[]>`select app.my_limits() as plans`
  const plans = plansSchema.parse(row?.plans)
  const allowed = limitsOf(plans)[meter]
  const plan = plans.find(each => each.limits[meter] === allowed)
  if (allowed === undefined || !plan) return null
  const used = await limitedMeters[meter].count(tx)
  return { used, allowed, state: limitState(used, allowed), plan }
}
