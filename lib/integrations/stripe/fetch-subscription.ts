import type Stripe from 'stripe'
import { idOf } from './id-of'
import { fromStripeTime } from './stripe-time'

export type SubscriptionItem = { id: string; priceId: string; metered: boolean }

/** What is taken off a subscription's invoices, and until when. */
export type StripeDiscount = { id: string; couponId: string | null; startsAt: Date; endsAt: Date | null }

/** A subscription as Stripe has it. */
export type StripeSubscription = {
  id: string
  customerId: string
  status: Stripe.Subscription.Status
  /** Canceled or never begun: there is nothing to change any more. */
  over: boolean
  items: SubscriptionItem[]
  periodStartsAt: Date
  periodEndsAt: Date
  trialEndsAt: Date | null
  /** Whether it ends by itself with the present period. */
  ends: boolean
  /** Whether the invoices it makes are not collected. */
  paused: boolean
  metadata: Record<string, string>
  discounts: StripeDiscount[]
}

const expand = ['discounts']

/** Asks Stripe for a subscription. */
export async function fetchSubscription(stripe: Stripe, id: string): Promise<StripeSubscription> {
  return readSubscription(await stripe.subscriptions.retrieve(id, { expand }))
}

/** Asks Stripe for the subscription of a customer that is not over; null when there is none. */
export async function findSubscription(
  stripe: Stripe,
  customerId: string,
): Promise<StripeSubscription | null> {
  const found = await stripe.subscriptions.list({
    customer: customerId,
    limit: 10,
    expand: ['data.discounts'],
  })
  return found.data.map(readSubscription).find(({ over }) => !over) ?? null
}

/** What of a subscription matters to us. */
export function readSubscription(subscription: Stripe.Subscription): StripeSubscription {
  const { id, status, items, discounts } = subscription
  const licensed = items.data.find(item => item.price.recurring?.usage_type !== 'metered') ?? items.data[0]
  if (!licensed) throw new Error(`subscription ${id} has no items`)
  return {
    id,
    customerId: idOf(subscription.customer) ?? '',
    status,
    over: status === 'canceled' || status === 'incomplete_expired',
    items: items.data.map(item => ({
      id: item.id,
      priceId: item.price.id,
      metered: item.price.recurring?.usage_type === 'metered',
    })),
    periodStartsAt: fromStripeTime(licensed.current_period_start),
    periodEndsAt: fromStripeTime(licensed.current_period_end),
    trialEndsAt: status === 'trialing' ? fromStripeTime(subscription.trial_end) : null,
    ends: subscription.cancel_at_period_end || subscription.cancel_at !== null,
    paused: subscription.pause_collection !== null,
    metadata: subscription.metadata,
    discounts: discounts.flatMap(each => (typeof each === 'string' ? [] : [readDiscount(each)])),
  }
}

function readDiscount({ id, source, start, end }: Stripe.Discount): StripeDiscount {
  return { id, couponId: idOf(source.coupon), startsAt: fromStripeTime(start), endsAt: fromStripeTime(end) }
}
