import type Stripe from 'stripe'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { toStripeTime } from '@/lib/integrations/stripe/stripe-time'
import type { Billing } from '@/lib/subscriptions/billing'
import { addDays, fromDbDate, type LocalDate, parseLocalDate, toDbDate } from '@/lib/time/local-date'
import { baseKey } from './price-keys'
import { readPrices } from './stripe-ids'

/** An exchange of base prices at Stripe, from the beginning of a UTC day on. */
export type PlanStepAt = {
  on: LocalDate
  base: readonly string[]
  /** What is kept with the subscription, in the same request: how far it was told, and the prices of the day before. */
  metadata: { changedOn: LocalDate; before: string }
}

/** Base prices at Stripe by the UTC day to which they belong. */
export type PricesByDay = { days: readonly LocalDate[]; on: (day: LocalDate) => readonly string[] }

/** Which base prices at Stripe the days belong to by what is agreed. @throws when a price is not at Stripe yet */
export async function readPricesByDay({ periods }: Pick<Billing, 'periods'>): Promise<PricesByDay> {
  const keys = [...new Set(periods.map(({ plan }) => baseKey(plan.id)))]
  const { base } = await readPrices({ base: keys, metered: [] })
  const ids = new Map(keys.map((key, at) => [key, base[at] ?? '']))
  return {
    days: periods.flatMap(({ startsOn, endsOn }) => (endsOn ? [startsOn, endsOn] : [startsOn])),
    on: day =>
      periods
        .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day))
        .map(({ plan }) => ids.get(baseKey(plan.id)) ?? ''),
  }
}

/** How Stripe prorates an exchange: by whole days from one on; not at all where the rest of the month is free or over. */
export function prorationFrom(
  on: LocalDate | null,
  { periodEndsAt }: Pick<StripeSubscription, 'periodEndsAt'>,
): Pick<Stripe.SubscriptionUpdateParams, 'proration_behavior' | 'proration_date'> {
  if (on === null || toDbDate(on) >= periodEndsAt) return { proration_behavior: 'none' }
  return { proration_behavior: 'create_prorations', proration_date: toStripeTime(toDbDate(on)) }
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every(price => b.includes(price))

/**
 * What Stripe is still to be told of plans that changed within the present period, in the order of the days on which
 * each counts, so that every day ends up charged as the plan that it belongs to, however many changes came between two
 * tellings. A change that counts from tomorrow is told today; when today then gets a dearer plan after all, Stripe is
 * first led back to what it had for today.
 */
export function planSteps(
  known: Pick<StripeSubscription, 'items' | 'metadata' | 'periodStartsAt'>,
  { days, on: pricesOn }: PricesByDay,
  today: LocalDate,
): PlanStepAt[] {
  const steps: PlanStepAt[] = []
  const start = fromDbDate(known.periodStartsAt)
  const told = parseLocalDate(known.metadata.changedOn ?? '')
  let from = told && told > start ? told : start
  let current: readonly string[] = known.items.flatMap(item => (item.metered ? [] : item.priceId))
  let { before = '' } = known.metadata
  const go = (on: LocalDate, base: readonly string[]) => {
    if (same(current, base)) return
    if (on !== from) before = current.join(',')
    steps.push({ on, base, metadata: { changedOn: on, before } })
    current = base
    from = on
  }
  const had = before.split(',')
  if (from > today && !same(had, pricesOn(today))) {
    go(from, had)
    go(today, pricesOn(today))
    from = today
  }
  const tomorrow = addDays(today, 1)
  const later = days.filter(day => day > from && day <= tomorrow).sort()
  for (const day of new Set([from, ...later])) go(day, pricesOn(day))
  return steps
}
