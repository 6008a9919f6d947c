import type Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { env } from '@/lib/env/env'
import {
  fetchSubscription,
  findSubscription,
  readSubscription,
  type StripeSubscription,
} from '@/lib/integrations/stripe/fetch-subscription'
import { toStripeTime } from '@/lib/integrations/stripe/stripe-time'
import { type Billing, firstChargedDay } from '@/lib/subscriptions/billing'
import { fromDbDate, toDbDate } from '@/lib/time/local-date'
import { changeSubscription } from './change-subscription'
import { collectUnpaid } from './collect-unpaid'
import { readPrices } from './stripe-ids'
import { discountsToBegin } from './sync-coupons'
import { anchorAfter, chargedFrom, trialMoved, wantedPrices, wantsSubscription } from './wanted-subscription'

const expand = ['discounts']

/**
 * Makes the company's subscription at Stripe what our plans say: made, changed, replaced when the trial's end moved or
 * it has long been unpaid and nothing is owed any more, set to end or to go on, or ended.
 * @param known what there is
 * @returns the subscription as it then is; null when there is none
 */
export async function syncSubscription(
  stripe: Stripe,
  billing: Billing,
  customer: string,
  known: StripeSubscription | null,
  now: Date,
): Promise<StripeSubscription | null> {
  const wants = wantsSubscription(billing)
  if (wants === 'no') return known && cancelNow(stripe, known, billing.state === 'suspended')
  if (wants === 'as-is') return known
  const unpaid = known?.status === 'unpaid' && !billing.overdueSince
  const stuck = unpaid && !(await collectUnpaid(stripe, known))
  if (known && !stuck && !trialMoved(billing, known, now)) {
    if (billing.subscriptionId !== known.id) await keepId(billing.tenantId, known.id)
    return changeSubscription(stripe, billing, known, now)
  }
  if (known) await cancelNow(stripe, known)
  return create(stripe, billing, customer, now, known)
}

/** The subscription we made, unless it is over; else any that we made and did not come to write down. */
export async function knownSubscription(
  stripe: Stripe,
  { subscriptionId }: Billing,
  customer: string,
): Promise<StripeSubscription | null> {
  const own = subscriptionId ? await fetchSubscription(stripe, subscriptionId) : null
  return own && !own.over ? own : findSubscription(stripe, customer)
}

/** @param billsUse whether what was used until now is billed */
async function cancelNow(
  stripe: Stripe,
  { id }: StripeSubscription,
  billsUse = false,
): Promise<StripeSubscription> {
  const ended = await stripe.subscriptions.cancel(id, { prorate: false, invoice_now: billsUse, expand })
  return readSubscription(ended)
}

async function create(
  stripe: Stripe,
  billing: Billing,
  customer: string,
  now: Date,
  replaced: StripeSubscription | null,
): Promise<StripeSubscription> {
  const { base, metered } = await readPrices(wantedPrices(billing, null))
  const start = chargedFrom(billing, now)
  const discounts = await discountsToBegin(stripe, billing, start, now)
  const anchor = anchorAfter(start)
  const params: Stripe.SubscriptionCreateParams = {
    customer,
    items: [...base, ...metered].map(price => ({ price })),
    trial_end: toStripeTime(start),
    ...(anchor > start && { billing_cycle_anchor: toStripeTime(anchor) }),
    trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
    cancel_at_period_end: billing.cancelsAt !== null,
    automatic_tax: { enabled: env().STRIPE_AUTOMATIC_TAX },
    billing_mode: { type: 'flexible' },
    metadata: { tenantId: billing.tenantId, ...resumption(billing, start) },
    ...(discounts.length > 0 && { discounts }),
    expand,
  }
  // Two that make it at once make the same; whoever makes the next one names the last.
  const idempotencyKey = `portico:subscription:${billing.tenantId}:${replaced?.id ?? billing.subscriptionId ?? 'first'}:${params.trial_end}:${[...base, ...metered].join(',')}`
  const made = readSubscription(
    await stripe.subscriptions.create(params, { idempotencyKey: idempotencyKey.slice(0, 255) }),
  )
  await keepId(billing.tenantId, made.id)
  return made
}

/** What says of a subscription that it took the place of one that had ended, and from which day it charges. */
function resumption({ trialEndsAt }: Billing, start: Date): { resumedOn?: string } {
  return start > toDbDate(firstChargedDay({ trialEndsAt, resumedOn: null }))
    ? { resumedOn: fromDbDate(start) }
    : {}
}

function keepId(tenantId: string, stripeSubscriptionId: string) {
  return asPlatform(tx => tx.platformAccount.update({ where: { tenantId }, data: { stripeSubscriptionId } }))
}
