import type Stripe from 'stripe'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import type { Billing } from '@/lib/subscriptions/billing'
import { keepStripeId } from './stripe-ids'

type Coupon = Billing['coupons'][number]

/**
 * The discounts a new subscription begins with: codes that Stripe was never told of, those without an end, and those
 * that the trial it replaces had. Stripe counts a coupon's months, so one whose months may be over does not come again.
 */
export async function discountsToBegin(
  stripe: Stripe,
  billing: Billing,
  replaced: StripeSubscription | null,
): Promise<{ coupon: string }[]> {
  const had = replaced?.discounts.map(({ couponId }) => couponId) ?? []
  const counts = ({ sentAt, months, code }: Coupon) => !sentAt || months === null || had.includes(code)
  return keepCoupons(stripe, billing.currency, billing.coupons.filter(counts))
}

/** All discounts of a subscription when codes came that it does not have yet; null when none did. */
export async function discountsToAdd(
  stripe: Stripe,
  billing: Billing,
  { discounts }: StripeSubscription,
): Promise<({ coupon: string } | { discount: string })[] | null> {
  const has = (code: string) => discounts.some(({ couponId }) => couponId === code)
  const fresh = billing.coupons.filter(({ sentAt, code }) => !sentAt && !has(code))
  if (fresh.length === 0) return null
  const added = await keepCoupons(stripe, billing.currency, fresh)
  return [...discounts.map(({ id }) => ({ discount: id })), ...added]
}

async function keepCoupons(
  stripe: Stripe,
  currency: string,
  coupons: Coupon[],
): Promise<{ coupon: string }[]> {
  const kept: { coupon: string }[] = []
  for (const coupon of coupons)
    kept.push({
      coupon: await keepStripeId(`coupon:${coupon.code}`, () => makeCoupon(stripe, coupon, currency)),
    })
  return kept
}

function makeCoupon(
  stripe: Stripe,
  { code, description, basisPoints, amountMinor, months }: Coupon,
  currency: string,
): Promise<Stripe.Coupon> {
  return stripe.coupons.create(
    {
      id: code,
      name: description.slice(0, 40),
      ...(months === null ? { duration: 'forever' } : { duration: 'repeating', duration_in_months: months }),
      ...(basisPoints === null
        ? { amount_off: Number(amountMinor), currency: currency.toLowerCase() }
        : { percent_off: basisPoints / 100 }),
    },
    { idempotencyKey: `portico:coupon:${code}` },
  )
}
