import { divideHalfUp, readDecimal, whole } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { makeInvoiceItem } from '@/lib/dev/stripe/resources/make-invoice-item'
import { holding } from '@/lib/dev/stripe/resources/read-discounts'
import type { Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import { cycleOf } from './cycles'
import { meteredLine, priceAmount, pricingOf } from './invoice-lines'

/** Credits what was paid for the time of an item after an instant. */
export function credit(
  emulator: Emulator,
  subscription: Subscription,
  item: SubscriptionItem,
  at: number,
): void {
  prorate(emulator, subscription, item, { at, sign: -1, words: 'Unused time on' })
}

/** Charges the time of an item from an instant to the end of its period. */
export function charge(
  emulator: Emulator,
  subscription: Subscription,
  item: SubscriptionItem,
  at: number,
): void {
  prorate(emulator, subscription, item, { at, sign: 1, words: 'Remaining time on' })
}

/** Bills what a metered item counted until it is taken away. */
export function chargeUsage(
  emulator: Emulator,
  subscription: Subscription,
  item: SubscriptionItem,
  at: number,
): void {
  const period = { start: item.current_period_start, end: at }
  const line = meteredLine(emulator, subscription, item, period)
  if (line.amount === 0) return
  makeInvoiceItem(emulator, {
    amount: line.amount,
    currency: line.currency,
    customer: subscription.customer,
    description: line.description,
    parent: parentOf(subscription, item),
    period,
    pricing: line.pricing,
    quantity: line.quantity ?? 0,
    quantity_decimal: line.quantity_decimal ?? '0',
  })
}

interface Proration {
  at: number
  sign: 1 | -1
  words: string
}

// The price of the cycle times the seconds left over the seconds of the cycle, to the cent, halves away from zero.
function prorate(
  emulator: Emulator,
  subscription: Subscription,
  item: SubscriptionItem,
  proration: Proration,
): void {
  const { at, sign, words } = proration
  const end = item.current_period_end
  const cycle = cycleOf(subscription.billing_cycle_anchor, item, item.current_period_start)
  const quantity = item.quantity ?? 1
  const share = { part: end - at, whole: cycle.end - cycle.start }
  const size = afterPercents(emulator, subscription, priceAmount(item.price, whole(quantity), share))
  const name = emulator.store.get('product', item.price.product)?.name ?? item.price.product
  const many = quantity === 1 ? '' : `${quantity} × `
  const amount = size === 0 ? 0 : sign * size
  makeInvoiceItem(emulator, {
    amount,
    currency: item.price.currency,
    customer: subscription.customer,
    description: `${words} ${many}${name} after ${spoken(at)}`,
    discountable: false,
    net_amount: amount,
    parent: parentOf(subscription, item),
    period: { start: at, end },
    pricing: pricingOf(item.price),
    proration: true,
    quantity,
    quantity_decimal: String(quantity),
  })
}

function parentOf(subscription: Subscription, item: SubscriptionItem) {
  const subscription_details = { subscription: subscription.id, subscription_item: item.id }
  return { type: 'subscription_details' as const, subscription_details }
}

// Prorations are of what is really paid: lasting percentages that hold are taken off, amounts are not.
function afterPercents(emulator: Emulator, subscription: Subscription, amountMinor: number): number {
  const held = holding(emulator, subscription.discounts, emulator.now(subscription.customer))
  return held.reduce((rest, id) => {
    const coupon = emulator.store.get('coupon', emulator.store.get('discount', id)?.source.coupon ?? '')
    if (!coupon?.percent_off || coupon.duration === 'once') return rest
    const off = (readDecimal(String(coupon.percent_off)) ?? 0n) * BigInt(rest)
    return rest - Number(divideHalfUp(off, whole(100)))
  }, amountMinor)
}

function spoken(at: number): string {
  return new Date(at * 1000).toLocaleDateString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
