import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import type { PlanVersion } from '@/lib/plans/plan'
import { type Billing, firstChargedDay, openPlans } from '@/lib/subscriptions/billing'
import { addDays, dateIn, fromDbDate, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, monthOf } from '@/lib/time/month'
import { baseKey, meterPriceKey } from './price-keys'

const meterKeys = ({ id, prices }: PlanVersion) => prices.map(({ meter }) => meterPriceKey(id, meter))

/**
 * Whether a company is to have a subscription at Stripe, is to have none, or keeps whatever there is. One that is
 * suspended for want of payment has none, one that an admin holds keeps its own.
 */
export function wantsSubscription({
  state,
  heldAt,
}: Pick<Billing, 'state' | 'heldAt'>): 'yes' | 'no' | 'as-is' {
  if (state === 'cancelled' || (state === 'suspended' && !heldAt)) return 'no'
  return state === 'read_only' || state === 'suspended' ? 'as-is' : 'yes'
}

/** Prices for which a subscription is to have items, by our keys. */
export type WantedPrices = { base: string[]; metered: string[] }

/**
 * Prices of the plans that run on, and of those given up in the present period: what their meters count is billed at
 * its end, so their items stay until then.
 * @param periodStartsOn of the subscription at Stripe; null before there is one
 */
export function wantedPrices(billing: Billing, periodStartsOn: LocalDate | null): WantedPrices {
  const counted = billing.periods.filter(
    ({ endsOn }) => endsOn === null || (periodStartsOn !== null && endsOn > periodStartsOn),
  )
  return {
    base: openPlans(billing).map(({ id }) => baseKey(id)),
    metered: [...new Set(counted.flatMap(({ plan }) => meterKeys(plan)))],
  }
}

/** The UTC midnight with which a subscription made now begins to cost something: the trial's end, else the next one. */
export function chargedFrom(billing: Billing, now: Date): Date {
  const trial = toDbDate(firstChargedDay(billing))
  return trial > now ? trial : toDbDate(addDays(dateIn('UTC', now), 1))
}

/** The first of a month with which whole months begin to be billed. */
export function anchorAfter(start: Date): Date {
  const day = fromDbDate(start)
  const first = firstDayOf(monthOf(day))
  return day === first ? start : toDbDate(firstDayOf(addMonths(monthOf(day), 1)))
}

/** Whether a trial at Stripe ends on another day than it is to: only a new subscription keeps months whole then. */
export function trialMoved(billing: Billing, known: StripeSubscription, now: Date): boolean {
  const wanted = toDbDate(firstChargedDay(billing))
  return known.trialEndsAt !== null && wanted > now && known.trialEndsAt.getTime() !== wanted.getTime()
}

export type ItemChange = { id?: string; price?: string; deleted?: true }

/** What turns the items there are into those that are wanted: exchanged where something goes and something comes. */
export function itemChanges(
  known: StripeSubscription['items'],
  wanted: { base: readonly string[]; metered: readonly string[] },
): { base: ItemChange[]; metered: ItemChange[] } {
  const change = (metered: boolean, prices: readonly string[], exchange: boolean): ItemChange[] => {
    const own = known.filter(item => item.metered === metered)
    const gone = own.filter(item => !prices.includes(item.priceId))
    const come = prices.filter(price => !own.some(item => item.priceId === price))
    const pairs = exchange ? Math.min(gone.length, come.length) : 0
    return [
      ...gone.map((item, at) =>
        at < pairs ? { id: item.id, price: come[at] } : { id: item.id, deleted: true as const },
      ),
      ...come.slice(pairs).map(price => ({ price })),
    ]
  }
  return { base: change(false, wanted.base, true), metered: change(true, wanted.metered, false) }
}
