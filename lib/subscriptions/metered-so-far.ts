import type { Meter, MeterPrice } from '@/lib/plans/plan'
import type { DayUsage, SubscriptionPeriod } from '@/lib/rating/invoice'
import { splitPeriods } from '@/lib/rating/split-periods'
import type { LocalDate } from '@/lib/time/local-date'
import { daysIn, type Month } from '@/lib/time/month'

/** What a month's use has come to for one price of a plan, in what the meter at Stripe adds up. */
export type Metered = { planVersionId: string; meter: Meter; value: bigint }

/**
 * Adds up what a month's days come to so far for every price of the plans that were had in it: for a price by the sum
 * the quantity, for a price by the daily average the micros that it costs, rounded down; days on trial and days
 * without the plan count as nothing. Rounding down here cannot change the cent that the bill rounds to.
 * @param usage at most one a day and meter
 */
export function meteredSoFar(input: {
  month: Month
  periods: readonly SubscriptionPeriod[]
  usage: readonly DayUsage[]
  trialEndsOn: LocalDate | null
}): Metered[] {
  const found = new Map<string, Metered>()
  for (const stretch of splitPeriods(input)) {
    for (const price of stretch.free ? [] : stretch.plan.prices) {
      const sum = input.usage
        .filter(({ day, meter }) => meter === price.meter && day >= stretch.startsOn && day < stretch.endsOn)
        .reduce((all, { quantity }) => all + quantity, 0n)
      const key = `${stretch.plan.id} ${price.meter}`
      const before = found.get(key)?.value ?? 0n
      const value = before + countOf(price, sum, daysIn(input.month))
      found.set(key, { planVersionId: stretch.plan.id, meter: price.meter, value })
    }
  }
  return [...found.values()]
}

function countOf({ reckoned, unitMicros, perUnits }: MeterPrice, sum: bigint, days: number): bigint {
  return reckoned === 'sum' ? sum : (sum * unitMicros) / (perUnits * BigInt(days))
}
