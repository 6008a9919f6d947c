import Stripe from 'stripe'
import { readSubscription, type StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { log } from '@/lib/log/log'
import { type Billing, isMonthWaived } from '@/lib/subscriptions/billing'
import { dateIn, fromDbDate, type LocalDate } from '@/lib/time/local-date'
import { monthOf } from '@/lib/time/month'
import { type PlanStepAt, planSteps, prorationFrom, readPricesByDay } from './plan-steps'
import { readPrices } from './stripe-ids'
import { discountsToAdd } from './sync-coupons'
import { type ItemChange, itemChanges, wantedPrices } from './wanted-subscription'

const expand = ['discounts']

/** What remains to be told of base prices: by steps that are prorated, or at once where the month costs nothing. */
export type DueChanges = { steps: PlanStepAt[]; free: boolean }

/** Says which exchanges of base prices a subscription needs to be what is agreed. */
export async function dueChanges(
  billing: Billing,
  known: StripeSubscription,
  now: Date,
): Promise<DueChanges> {
  const free = known.trialEndsAt !== null || isMonthWaived(billing, monthOf(fromDbDate(known.periodStartsAt)))
  if (free) return { steps: [], free }
  return { steps: planSteps(known, await readPricesByDay(billing), dateIn('UTC', now)), free }
}

/** Makes a subscription that goes on what is agreed: plans, what their meters count, its end, discounts. */
export async function changeSubscription(
  stripe: Stripe,
  billing: Billing,
  known: StripeSubscription,
  now: Date,
): Promise<StripeSubscription> {
  const { steps, free } = await dueChanges(billing, known, now)
  const wanted = await readPrices(wantedPrices(billing, fromDbDate(known.periodStartsAt)))
  let current = known
  for (const step of steps) {
    // Meters come with the first of them: they count from the beginning of its day.
    const changed = await takeStep(stripe, current, step, wanted.metered, dateIn('UTC', now))
    if (!changed) break
    current = changed
  }
  const items = itemChanges(current.items, wanted)
  return changeRest(stripe, billing, current, free ? [...items.base, ...items.metered] : items.metered, now)
}

/**
 * Exchanges base prices from a day on, once: what was told stands in the same request.
 * @returns null when Stripe does not take a day that is yet to come; it is then told when the day has come
 */
async function takeStep(
  stripe: Stripe,
  known: StripeSubscription,
  { on, base, metadata }: PlanStepAt,
  metered: readonly string[],
  today: LocalDate,
): Promise<StripeSubscription | null> {
  const changes = itemChanges(known.items, { base, metered })
  const items = [...changes.base, ...changes.metered]
  try {
    const proration = prorationFrom(on, known)
    return readSubscription(
      await stripe.subscriptions.update(known.id, { items, metadata, ...proration, expand }),
    )
  } catch (error) {
    const early = on > today && error instanceof Stripe.errors.StripeInvalidRequestError
    if (!early) throw error
    log().warn({ subscription: known.id, on, err: error }, 'a change of plan waits for its day')
    return null
  }
}

async function changeRest(
  stripe: Stripe,
  billing: Billing,
  known: StripeSubscription,
  items: ItemChange[],
  now: Date,
): Promise<StripeSubscription> {
  const ends = billing.cancelsAt !== null
  const discounts = await discountsToAdd(stripe, billing, known, now)
  if (items.length === 0 && ends === known.ends && !discounts) return known
  const params: Stripe.SubscriptionUpdateParams = {
    ...(items.length > 0 && { items, ...prorationFrom(null, known) }),
    ...(ends !== known.ends && { cancel_at_period_end: ends }),
    ...(discounts && { discounts }),
    expand,
  }
  return readSubscription(await stripe.subscriptions.update(known.id, params))
}
