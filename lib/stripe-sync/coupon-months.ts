import type { Billing } from '@/lib/subscriptions/billing'
import { addDays, dateIn, type LocalDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, type Month, monthOf } from '@/lib/time/month'

type Coupon = Billing['coupons'][number]

/** The code behind a coupon at Stripe; one that is to last longer than its months there has them after it. */
export function codeOf(couponId: string): string {
  return couponId.split('_')[0] ?? couponId
}

/** What a code is called at Stripe as a coupon of so many months; null for ever. */
export function couponId(
  { code, months }: Pick<Coupon, 'code' | 'months'>,
  stripeMonths: number | null,
): string {
  return stripeMonths === months ? code : `${code}_${stripeMonths}`
}

/**
 * How many months a coupon is to have at Stripe, where they count from now: so many that it reaches the last bill of its
 * own months, which count from the first bill that costs something. What was cut off by the end of a subscription goes
 * on for what is left of it.
 * @param firstBillOn the day of the first bill that costs something; null when there was one
 * @returns null for ever, 0 when nothing is left
 */
export function monthsAtStripe(
  { months, startsAt, endsAt }: Pick<Coupon, 'months' | 'startsAt' | 'endsAt'>,
  { today, firstBillOn, everPaid }: { today: LocalDate; firstBillOn: LocalDate | null; everPaid: boolean },
): number | null {
  if (months === null) return null
  if (startsAt && everPaid) {
    const last = endsAt ? monthOf(addDays(dateIn('UTC', endsAt), -1)) : monthOf(today)
    return monthsBetween(monthOf(today), last)
  }
  if (!firstBillOn) return months
  const over = addMonths(monthOf(firstBillOn), months)
  const last = firstBillOn === firstDayOf(monthOf(firstBillOn)) ? addMonths(over, -1) : over
  return Math.max(months, monthsBetween(monthOf(today), last))
}

function monthsBetween(from: Month, to: Month): number {
  const count = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return Math.max(0, count(to) - count(from))
}
