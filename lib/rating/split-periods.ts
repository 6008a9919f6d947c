import type { LocalDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf } from '@/lib/time/month'
import type { RateInput, SubscriptionPeriod } from './invoice'

/** Days of the month under one plan version, all of them free or all of them charged. */
export type Stretch = SubscriptionPeriod & { readonly endsOn: LocalDate; readonly free: boolean }

const endless = '9999-12-31' as LocalDate
const endOf = (period: SubscriptionPeriod) => period.endsOn ?? endless

/** The periods in order, those that follow one another under one plan version made one, empty ones left out. */
export function joinPeriods(periods: readonly SubscriptionPeriod[]): SubscriptionPeriod[] {
  const joined: SubscriptionPeriod[] = []
  for (const period of periods
    .filter(one => one.startsOn < endOf(one))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))) {
    const at = joined.findLastIndex(one => one.plan.kind === period.plan.kind)
    const last = joined[at]
    if (last && endOf(last) > period.startsOn)
      throw new RangeError(`${last.plan.id} and ${period.plan.id} both cover ${period.startsOn}`)
    if (last && last.plan.id === period.plan.id && last.endsOn === period.startsOn)
      joined[at] = { ...last, endsOn: period.endsOn }
    else joined.push(period)
  }
  return joined
}

/**
 * Cuts the subscribed days of a month into stretches that are charged alike: each subscribed day is in exactly one
 * stretch of each kind of plan.
 * @throws when two periods of one kind overlap
 */
export function splitPeriods({
  month,
  periods,
  trialEndsOn,
}: Pick<RateInput, 'month' | 'periods' | 'trialEndsOn'>): Stretch[] {
  const [first, next] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
  const free = trialEndsOn ?? first
  return joinPeriods(periods).flatMap(period => {
    const startsOn = laterOf(period.startsOn, first)
    const endsOn = earlierOf(endOf(period), next)
    const border = laterOf(startsOn, earlierOf(free, endsOn))
    return [
      { ...period, startsOn, endsOn: border, free: true },
      { ...period, startsOn: border, endsOn, free: false },
    ].filter(stretch => stretch.startsOn < stretch.endsOn)
  })
}

/** The day with whose beginning a month's base prices are billed: its first, or the one after the trial within it. */
export function firstBilledDay({ month, trialEndsOn }: Pick<RateInput, 'month' | 'trialEndsOn'>): LocalDate {
  const first = firstDayOf(month)
  return trialEndsOn === null ? first : laterOf(trialEndsOn, first)
}

const laterOf = (a: LocalDate, b: LocalDate) => (a > b ? a : b)
const earlierOf = (a: LocalDate, b: LocalDate) => (a < b ? a : b)
