import { ok, type Result, refuse } from '@/lib/action/result'
import type { PlanVersion } from '@/lib/plans/plan'
import { exceedingLimits, type LimitUsage } from '@/lib/plans/rules'
import type { LocalDate } from '@/lib/time/local-date'
import { type Billing, openPlans } from './billing'
import type { ChangePlan } from './schema'

/** A change that is possible: from what to what, either of which may be nothing. */
export type PlanStep = { kind: PlanVersion['kind']; from: PlanVersion | null; to: PlanVersion | null }

/**
 * Says whether a company may change its plans so, and from what to what.
 * @param usage what counts against limits right now
 * @returns refusal 'not_found' when it is not for sale, 'plan_too_small' with what exceeds it, 'wrong_state' when nothing
 * would change, nothing would be left, or the account was cancelled
 */
export function planStep(
  billing: Billing,
  { kind, versionId }: ChangePlan,
  forSale: readonly PlanVersion[],
  usage: LimitUsage,
): Result<PlanStep> {
  const no = (why: string) => refuse('wrong_state', { params: { why } })
  if (billing.state === 'cancelled') return no('the account was cancelled')
  const open = openPlans(billing)
  const from = open.find(plan => plan.kind === kind) ?? null
  const to = forSale.find(plan => plan.id === versionId && plan.kind === kind) ?? null
  if (versionId && !to) return refuse('not_found')
  if (from?.id === to?.id) return no(to ? 'this is your plan already' : 'you do not have that plan')
  if (!to && open.length === 1) return no('it is your only plan; cancel the subscription instead')
  const excess = to ? exceedingLimits(usage, to) : []
  const list = excess.map(({ sentence }) => sentence).join(' ')
  if (excess.length > 0) return refuse('plan_too_small', { params: { list } })
  return ok({ kind, from, to })
}

/** What would be agreed after a step on a UTC day, for working out what it costs. */
export function afterStep(billing: Billing, { kind, to }: PlanStep, on: LocalDate): Billing {
  const kept = billing.periods.flatMap(period => {
    if (period.plan.kind !== kind || period.endsOn !== null) return [period]
    return period.startsOn < on ? [{ ...period, endsOn: on }] : []
  })
  const added = to ? [{ id: 'next', startsOn: on, endsOn: null, plan: to }] : []
  return { ...billing, periods: [...kept, ...added] }
}
