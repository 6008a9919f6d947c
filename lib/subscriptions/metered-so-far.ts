import type { Meter, MeterPrice } from '@/lib/plans/plan'
import type { RateInput } from '@/lib/rating/invoice'
import { splitPeriods } from '@/lib/rating/split-periods'
import { isFreeDay } from '@/lib/rating/suspensions'
import { daysIn } from '@/lib/time/month'

/** What a month's use has come to for one price of a plan, in what the meter at Stripe adds up. */
export type Metered = { planVersionId: string; meter: Meter; value: bigint }

type MeteredInput = Pick<RateInput, 'month' | 'periods' | 'usage' | 'trialEndsOn' | 'suspensions'>

/**
 * Adds up what a month's days come to so far for every price of the plans that were had in it: for a price by the sum
 * the quantity, for a price by the daily average the micros that it costs, rounded down; days on trial, on hold and
 * without the plan count as nothing. Rounding down here cannot change the cent that the bill rounds to.
 * @param usage at most one a day and meter
 */
export function meteredSoFar(input: MeteredInput): Metered[] {
  const found = new Map<string, Metered>()
  const charged = input.usage.filter(({ day }) => !isFreeDay(input.suspensions ?? [], day))
  for (const stretch of splitPeriods(input)) {
    for (const price of stretch.free ? [] : stretch.plan.prices) {
      const sum = charged
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
