import { microsPerMinor } from '@/lib/money/currency'
import { roundHalfUp } from '@/lib/money/round-half-up'
import type { MeterPrice } from '@/lib/plans/plan'
import type { DayUsage } from '@/lib/rating/invoice'
import { dateIn, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { addMonths, daysBetween, daysIn, firstDayOf, type Month, monthOf } from '@/lib/time/month'
import { type Billing, firstChargedDay, isMonthWaived, openPlans, ratedTerms } from './billing'
import { discountOf } from './discounts'
import { meteredSoFar } from './metered-so-far'
import { pendingChanges } from './pending-changes'

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
  const changesMinor = onTrial || isMonthWaived(billing, month) ? 0n : pendingChanges(billing, month)
  const plain = onTrial ? [] : usageLines(billing, month, usage, [])
  const late = billing.lateUse.filter(({ billedOn }) => monthOf(billedOn) === month)
  const used = onTrial ? [] : usageLines(billing, month, usage, late)
  const base = billing.cancelsAt ? [] : nextBase(billing, onTrial)
  const usageMinor = sumOf(plain)
  const lateMinor = sumOf(used) - usageMinor
  const baseMinor = sumOf(base)
  const discountMinor = discountOf(billing, [...used, ...base], toDbDate(nextBillOn(billing, today)))
  return {
    baseMinor,
    usageMinor,
    lateMinor,
    changesMinor,
    discountMinor,
    totalMinor: baseMinor + usageMinor + lateMinor + changesMinor - discountMinor,
  }
}

/** The UTC day with whose beginning the next bill is made: the end of the trial, or a month's first. */
export function nextBillOn(billing: Pick<Billing, 'trialEndsAt' | 'resumedOn'>, today: LocalDate): LocalDate {
  const first = firstChargedDay(billing)
  return first > today ? first : firstDayOf(addMonths(monthOf(today), 1))
}

const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n)

const nothing: ExpectedBill = {
  baseMinor: 0n,
  usageMinor: 0n,
  lateMinor: 0n,
  changesMinor: 0n,
  discountMinor: 0n,
  totalMinor: 0n,
}

/** The base prices that fall due next: whole months, or what is left of a month after the trial. */
function nextBase(billing: Billing, onTrial: boolean): bigint[] {
  const first = firstChargedDay(billing)
  const month = monthOf(first)
  const all = daysIn(month)
  const days = onTrial ? daysBetween(first, firstDayOf(addMonths(month, 1))) : all
  return openPlans(billing).map(plan => roundHalfUp(plan.baseMinor * BigInt(days), BigInt(all)))
}

/** Each price's use, rounded as its line is, with what of earlier months is counted with it; never below nothing. */
function usageLines(
  billing: Billing,
  month: Month,
  usage: readonly DayUsage[],
  late: Billing['lateUse'],
): bigint[] {
  const metered = meteredSoFar({ month, usage, ...ratedTerms(billing) })
  return metered.map(({ planVersionId, meter, value }) => {
    const plan = billing.periods.find(period => period.plan.id === planVersionId)?.plan
    const price = plan?.prices.find(each => each.meter === meter)
    if (!plan || !price) return 0n
    const added = late
      .filter(one => one.planVersionId === planVersionId && one.meter === meter)
      .reduce((all, one) => all + one.value, value)
    return added > 0n ? amountOf(price, added, microsPerMinor(plan.currency)) : 0n
  })
}

/** What a price's meter comes to: of an average it counts the micros, of a sum what is charged for. */
function amountOf({ reckoned, unitMicros, perUnits }: MeterPrice, value: bigint, whole: bigint): bigint {
  return reckoned === 'average'
    ? roundHalfUp(value, whole)
    : roundHalfUp(value * unitMicros, perUnits * whole)
}
