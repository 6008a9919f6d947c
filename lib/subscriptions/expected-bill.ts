import { microsPerMinor } from '@/lib/money/currency'
import { roundHalfUp } from '@/lib/money/round-half-up'
import type { MeterPrice, PlanVersion } from '@/lib/plans/plan'
import type { DayUsage } from '@/lib/rating/invoice'
import { dateIn, type LocalDate } from '@/lib/time/local-date'
import { addMonths, daysBetween, daysIn, firstDayOf, type Month, monthOf } from '@/lib/time/month'
import { type Billing, firstChargedDay, isMonthWaived, openPlans, ratedTerms } from './billing'
import { meteredSoFar } from './metered-so-far'

/** What a bill is made of, in minor units, before tax and before money on balance. */
export type ExpectedBill = {
  /** Base prices of the month that begins with the bill. */
  baseMinor: bigint
  /** What the meters come to in the month that ends with it, so far. */
  usageMinor: bigint
  /** What earlier months' use adds that was found after their bills. */
  lateMinor: bigint
  /** For plans changed in that month: credited and charged by the day. */
  changesMinor: bigint
  discountMinor: bigint
  totalMinor: bigint
}

/**
 * Works out the next bill as the plans and the use so far make it, in the way Stripe is told to: base prices in
 * advance, use in arrears, changes by the day; nothing while an admin holds the company. The daily comparison holds it
 * against Stripe's own figure.
 * @param usage of the month of `now`, by UTC day
 */
export function expectedBill(billing: Billing, usage: readonly DayUsage[], now: Date): ExpectedBill {
  if (billing.heldAt) return nothing
  const today = dateIn('UTC', now)
  const onTrial = firstChargedDay(billing) > today
  const month = monthOf(today)
  const off = lastingShare(billing)
  const changesMinor = onTrial || isMonthWaived(billing, month) ? 0n : pendingChanges(billing, month, off)
  const usageMinor = onTrial ? 0n : usageSoFar(billing, month, usage, [])
  const late = billing.lateUse.filter(({ billedOn }) => monthOf(billedOn) === month)
  const lateMinor = onTrial ? 0n : usageSoFar(billing, month, usage, late) - usageMinor
  const baseMinor = billing.cancelsAt ? 0n : nextBase(billing, onTrial)
  const discountMinor = discountOf(billing, baseMinor + usageMinor + lateMinor)
  return {
    baseMinor,
    usageMinor,
    lateMinor,
    changesMinor,
    discountMinor,
    totalMinor: baseMinor + usageMinor + lateMinor + changesMinor - discountMinor,
  }
}

const nothing: ExpectedBill = {
  baseMinor: 0n,
  usageMinor: 0n,
  lateMinor: 0n,
  changesMinor: 0n,
  discountMinor: 0n,
  totalMinor: 0n,
}

/** The base prices that fall due next: whole months, or what is left of a month after the trial. */
function nextBase(billing: Billing, onTrial: boolean): bigint {
  const first = firstChargedDay(billing)
  const month = monthOf(first)
  const all = daysIn(month)
  const days = onTrial ? daysBetween(first, firstDayOf(addMonths(month, 1))) : all
  return openPlans(billing).reduce((sum, plan) => sum + share(plan.baseMinor, days, all), 0n)
}

const share = (minor: bigint, days: number, all: number) => roundHalfUp(minor * BigInt(days), BigInt(all))

/** Each price's use, rounded as its line is, with what of earlier months is counted with it; never below nothing. */
function usageSoFar(
  billing: Billing,
  month: Month,
  usage: readonly DayUsage[],
  late: Billing['lateUse'],
): bigint {
  const metered = meteredSoFar({ month, usage, ...ratedTerms(billing) })
  return metered.reduce((sum, { planVersionId, meter, value }) => {
    const plan = billing.periods.find(period => period.plan.id === planVersionId)?.plan
    const price = plan?.prices.find(each => each.meter === meter)
    if (!plan || !price) return sum
    const added = late
      .filter(one => one.planVersionId === planVersionId && one.meter === meter)
      .reduce((all, one) => all + one.value, value)
    return sum + (added > 0n ? amountOf(price, added, microsPerMinor(plan.currency)) : 0n)
  }, 0n)
}

/** What a price's meter comes to: of an average it counts the micros, of a sum what is charged for. */
function amountOf({ reckoned, unitMicros, perUnits }: MeterPrice, value: bigint, whole: bigint): bigint {
  return reckoned === 'average'
    ? roundHalfUp(value, whole)
    : roundHalfUp(value * unitMicros, perUnits * whole)
}

/**
 * Plans begun and given up after the month's base prices were billed: each charged or credited for the days left.
 * Where those were waived, so is what changes.
 * @param off basis points that lasting coupons take off
 */
function pendingChanges(billing: Billing, month: Month, off: readonly number[]): bigint {
  const [first, next] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
  const charged = firstChargedDay(billing)
  const within = (day: LocalDate | null): day is LocalDate =>
    day !== null && day >= first && day >= charged && day < next
  const worth = (plan: PlanVersion, day: LocalDate) =>
    off.reduce(
      (left, points) => left - roundHalfUp(left * BigInt(points), 10_000n),
      share(plan.baseMinor, daysBetween(day, next), daysIn(month)),
    )
  return billing.periods.reduce((sum, { plan, startsOn, endsOn }) => {
    const begun = within(startsOn) ? worth(plan, startsOn) : 0n
    const given = within(endsOn) ? worth(plan, endsOn) : 0n
    return sum + begun - given
  }, 0n)
}

const lastingShare = ({ coupons }: Billing) => coupons.flatMap(({ basisPoints }) => basisPoints ?? [])

/** What coupons take off base prices and use; what is left after one is what the next takes off from. */
function discountOf({ coupons }: Billing, subtotalMinor: bigint): bigint {
  const left = coupons.reduce((rest, { basisPoints, amountMinor }) => {
    const off = basisPoints === null ? (amountMinor ?? 0n) : roundHalfUp(rest * BigInt(basisPoints), 10_000n)
    return rest - (off < rest ? off : rest)
  }, subtotalMinor)
  return subtotalMinor - left
}
