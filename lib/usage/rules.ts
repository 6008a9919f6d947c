import { type Meter, meters } from '@/lib/plans/plan'
import type { DayUsage } from '@/lib/rating/invoice'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { addMonths, eachDay, firstDayOf, type Month, monthOf } from '@/lib/time/month'

export const usageRanges = ['30d', '12m'] as const
export type UsageRange = (typeof usageRanges)[number]

/** A figure of a day or month; null where nothing was metered. */
export type UsagePoint = { on: LocalDate; quantity: number | null }

/** The UTC days a range covers, today as its last. */
export function daysOf(range: UsageRange, today: LocalDate): { from: LocalDate; until: LocalDate } {
  const from = range === '30d' ? addDays(today, -29) : firstDayOf(addMonths(monthOf(today), -11))
  return { from, until: addDays(today, 1) }
}

/** A meter's figures of each day. */
export function dailyPoints(
  usage: readonly DayUsage[],
  meter: Meter,
  { from, until }: { from: LocalDate; until: LocalDate },
): UsagePoint[] {
  const known = new Map(usage.flatMap(one => (one.meter === meter ? [[one.day, one.quantity] as const] : [])))
  return eachDay(from, until).map(on => {
    const quantity = known.get(on)
    return { on, quantity: quantity === undefined ? null : Number(quantity) }
  })
}

/** A meter's figures of each month: of a level the average of its metered days, of a count their sum. */
export function monthlyPoints(
  usage: readonly DayUsage[],
  meter: Meter,
  days: { from: LocalDate; until: LocalDate },
): UsagePoint[] {
  const byMonth = new Map<Month, number[]>()
  for (const { on, quantity } of dailyPoints(usage, meter, days)) {
    const known = byMonth.get(monthOf(on)) ?? []
    byMonth.set(monthOf(on), quantity === null ? known : [...known, quantity])
  }
  return [...byMonth].map(([month, known]) => {
    const sum = known.reduce((all, quantity) => all + quantity, 0)
    const figure = meters[meter].by === 'level' ? sum / known.length : sum
    return { on: firstDayOf(month), quantity: known.length > 0 ? figure : null }
  })
}

/** The figure of a range beside its name: of a level the last one known, of a count the sum; null without any. */
export function headlineOf(points: readonly UsagePoint[], meter: Meter): number | null {
  const known = points.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]))
  if (meters[meter].by === 'level' || known.length === 0) return known.at(-1) ?? null
  return known.reduce((all, quantity) => all + quantity, 0)
}
