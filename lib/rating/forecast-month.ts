import { type Meter, meterNames, meters } from '@/lib/plans/plan'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { addMonths, daysBetween, eachDay, firstDayOf, type Month } from '@/lib/time/month'
import type { DayUsage, Invoice, RateInput } from './invoice'
import { rateMonth } from './rate-month'

/** A bill as it is expected; nothing is owed by it. */
export type Forecast = Invoice & { readonly forecast: true; readonly asOf: LocalDate }

/**
 * The bill expected for a month, seen from one of its days: levels stay as last known, counts go on at the average of
 * the days gone by; subscriptions that are open run on.
 * @param today UTC day, not over yet; after the month this is the bill itself
 */
export function forecastMonth(input: RateInput, today: LocalDate): Forecast {
  const usage = forecastUsage(input, today)
  return { ...rateMonth({ ...input, usage }), forecast: true, asOf: today }
}

/** The usage of a month up to today, continued to its end as `forecastMonth` says. */
export function forecastUsage(
  input: Pick<RateInput, 'month' | 'usage' | 'periods'>,
  today: LocalDate,
): DayUsage[] {
  const since = input.periods.map(period => period.startsOn).sort()[0] ?? firstDayOf(input.month)
  const known = input.usage.filter(({ day }) => day <= today)
  return meterNames.flatMap(meter => {
    const own = known.filter(one => one.meter === meter)
    return meters[meter].by === 'level'
      ? continueLevel(meter, own, input.month, today)
      : continueCount(meter, own, input.month, today, since)
  })
}

const inMonth = (month: Month) => {
  const [first, next] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
  return { first, next, has: ({ day }: DayUsage) => day >= first && day < next }
}

function continueLevel(meter: Meter, known: DayUsage[], month: Month, today: LocalDate): DayUsage[] {
  const { first, next, has } = inMonth(month)
  const last = known.reduce<DayUsage | null>((a, b) => (a && a.day > b.day ? a : b), null)
  if (!last || today >= next) return known.filter(has)
  const following = addDays(last.day, 1)
  const rest = eachDay(following, next).filter(day => day >= first)
  return [...known.filter(has), ...rest.map(day => ({ day, meter, quantity: last.quantity }))]
}

function continueCount(
  meter: Meter,
  known: DayUsage[],
  month: Month,
  today: LocalDate,
  since: LocalDate,
): DayUsage[] {
  const { first, next, has } = inMonth(month)
  const inside = known.filter(has)
  if (today < first || today >= next) return inside
  const start = since > first && since <= today ? since : first
  const past = inside.filter(({ day }) => day >= start && day < today)
  const sofar = inside.find(({ day }) => day === today)?.quantity ?? 0n
  // On the first day there is no day gone by to go on from, only what today has brought already.
  const days = BigInt(Math.max(1, daysBetween(start, today)))
  const sum = start < today ? past.reduce((all, { quantity }) => all + quantity, 0n) : sofar
  const upTo = (count: number) => (sum * BigInt(count)) / days
  const rest = eachDay(today, next).map((day, index) => {
    const expected = upTo(index + 1) - upTo(index)
    return { day, meter, quantity: day === today && sofar > expected ? sofar : expected }
  })
  return [...inside.filter(({ day }) => day < today), ...rest]
}
