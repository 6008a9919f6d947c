import type Stripe from 'stripe'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import type { Billing } from '@/lib/subscriptions/billing'
import { orderCoupons } from '@/lib/subscriptions/discounts'
import { dateIn, fromDbDate } from '@/lib/time/local-date'
import { codeOf, couponId, monthsAtStripe } from './coupon-months'
import { keepStripeId } from './stripe-ids'

type Coupon = Billing['coupons'][number]

/**
 * The discounts a new subscription begins with: codes that Stripe was never told of or that no bill was paid with, those
 * without an end, and what is left of others.
 * @param start from when it charges
 */
export function discountsToBegin(
  stripe: Stripe,
  billing: Billing,
  start: Date,
  now: Date,
): Promise<{ coupon: string }[]> {
  return giveAll(stripe, billing, billing.coupons, start, now)
}

/** All discounts of a subscription, in our order, when codes came that it does not have yet; null when none did. */
export async function discountsToAdd(
  stripe: Stripe,
  billing: Billing,
  { discounts, trialEndsAt }: StripeSubscription,
  now: Date,
): Promise<({ coupon: string } | { discount: string })[] | null> {
  const known = (code: string) =>
    discounts.find(each => each.couponId !== null && codeOf(each.couponId) === code)
  const fresh = billing.coupons.filter(({ sentAt, code }) => !sentAt && !known(code))
  if (fresh.length === 0) return null
  const own = new Set(billing.coupons.map(({ code }) => known(code)?.id))
  const foreign = discounts.filter(({ id }) => !own.has(id)).map(({ id }) => ({ discount: id }))
  const all: ({ coupon: string } | { discount: string })[] = [...foreign]
  for (const coupon of orderCoupons(billing.coupons)) {
    const there = known(coupon.code)
    if (there) all.push({ discount: there.id })
    else if (fresh.includes(coupon)) all.push(...(await giveAll(stripe, billing, [coupon], trialEndsAt, now)))
  }
  return all
}

async function giveAll(
  stripe: Stripe,
  billing: Billing,
  coupons: readonly Coupon[],
  start: Date | null,
  now: Date,
): Promise<{ coupon: string }[]> {
  const when = {
    today: dateIn('UTC', now),
    firstBillOn: start && fromDbDate(start),
    everPaid: billing.firstPaidAt !== null,
  }
  const given: { coupon: string }[] = []
  for (const coupon of orderCoupons(coupons)) {
    const months = monthsAtStripe(coupon, when)
    if (months === 0) continue
    const id = couponId(coupon, months)
    const make = () => makeCoupon(stripe, coupon, { id, months, currency: billing.currency })
    given.push({ coupon: await keepStripeId(`coupon:${id.replace('_', ':')}`, make) })
  }
  return given
}

function makeCoupon(
  stripe: Stripe,
  { description, basisPoints, amountMinor }: Coupon,
  { id, months, currency }: { id: string; months: number | null; currency: string },
): Promise<Stripe.Coupon> {
  return stripe.coupons.create(
    {
      id,
      name: description.slice(0, 40),
      ...(months === null ? { duration: 'forever' } : { duration: 'repeating', duration_in_months: months }),
      ...(basisPoints === null
        ? { amount_off: Number(amountMinor), currency: currency.toLowerCase() }
        : { percent_off: basisPoints / 100 }),
    },
    { idempotencyKey: `portico:coupon:${id}` },
  )
}
