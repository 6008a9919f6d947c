import { ok, type Result, refuse } from '@/lib/action/result'
import type { PlanVersion } from '@/lib/plans/plan'
import { exceedingLimits, type LimitUsage } from '@/lib/plans/rules'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { type Billing, openPlans } from './billing'
import { wasAgreedAhead } from './pending-changes'
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

/**
 * The UTC day from which a step counts that is confirmed on another: a day is charged as the dearest plan that was had on
 * it, so what is dearer counts from that day, what is cheaper or nothing from the next. What it lets the company do
 * changes at once.
 */
export function countsFrom(
  { periods }: Pick<Billing, 'periods'>,
  { kind, to }: PlanStep,
  on: LocalDate,
): LocalDate {
  const had = periods.find(
    ({ plan, startsOn, endsOn }) => plan.kind === kind && startsOn <= on && (endsOn === null || endsOn > on),
  )
  return had && (!to || to.baseMinor < had.plan.baseMinor) ? addDays(on, 1) : on
}

/** What would be agreed after a step that is confirmed on a UTC day, for working out what it costs. */
export function afterStep(billing: Billing, step: PlanStep, on: LocalDate): Billing {
  const from = countsFrom(billing, step, on)
  const kept = billing.periods.flatMap(period => {
    const goesOn = period.endsOn === null || period.endsOn > from
    if (period.plan.kind !== step.kind || !goesOn) return [period]
    return period.startsOn < from ? [{ ...period, endsOn: from }] : []
  })
  const dropped = billing.periods.find(
    ({ plan, startsOn }) => plan.kind === step.kind && startsOn === on && from === on,
  )
  const ahead =
    dropped && wasAgreedAhead(billing, step.kind, on) ? [{ startsOn: on, plan: dropped.plan }] : []
  const added = step.to ? [{ id: 'next', startsOn: from, endsOn: null, plan: step.to }] : []
  return { ...billing, periods: [...kept, ...added], replaced: [...billing.replaced, ...ahead] }
}
