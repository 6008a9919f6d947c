import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Params } from '@/lib/dev/stripe/params'
import { rowNamed } from '@/lib/dev/stripe/resources/find-row'
import { makePrice } from '@/lib/dev/stripe/resources/make-price'
import type { Price, Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import type { Period } from './invoice-lines'

/** A new item of a subscription. */
export function makeItem(
  emulator: Emulator,
  owner: Pick<Subscription, 'id' | 'customer'>,
  params: Params,
  period: Period,
): SubscriptionItem {
  const price = readPrice(emulator, params)
  if (!price) throw invalid('Each item needs a price.', 'items[price]', 'parameter_missing')
  params.ignore('tax_rates', 'clear_usage', 'deleted')
  return {
    id: freshId('si', 14),
    object: 'subscription_item',
    billing_thresholds: null,
    created: emulator.now(owner.customer),
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: params.metadata(),
    subscription: owner.id,
    tax_rates: [],
    ...priced(price, params.int('quantity')),
  }
}

/** The price that an item's parameters name or describe. */
export function readPrice(emulator: Emulator, params: Params): Price | undefined {
  const data = params.part('price_data')
  if (data) return makePrice(emulator, data, data.required('product'))
  const id = params.text('price')
  if (!id) return undefined
  const price = rowNamed(emulator, 'price', id, 'items[price]')
  if (!price.active)
    throw invalid(`The price specified is inactive. This field only accepts active prices.`, 'items[price]')
  if (!price.recurring) throw invalid('The price specified is set to `type=one_time`.', 'items[price]')
  return price
}

/** The members of an item that follow from its price and quantity; metered items have no quantity. */
export function priced(price: Price, quantity: number | undefined) {
  const metered = isMetered(price)
  if (metered && quantity !== undefined) {
    throw invalid('You cannot set the quantity for metered plans.', 'items[quantity]')
  }
  if (quantity !== undefined && quantity < 0)
    throw invalid('Quantity must not be below zero.', 'items[quantity]')
  return { price, plan: planOf(price), ...(metered ? {} : { quantity: quantity ?? 1 }) }
}

/** Whether a price is for what a meter counts. */
export function isMetered(price: Price): boolean {
  return price.recurring?.usage_type === 'metered'
}

/** Refuses items that could not be on one subscription. */
export function checkItems(items: SubscriptionItem[]): void {
  const [first] = items
  if (!first) throw invalid('A subscription must have at least one active plan.', 'items')
  if (items.length > 20) throw invalid('A subscription can have at most 20 items.', 'items')
  const prices = new Set(items.map(({ price }) => price.id))
  if (prices.size < items.length)
    throw invalid('Two items of a subscription cannot have the same price.', 'items')
  for (const { price } of items) {
    const { interval, interval_count } = price.recurring ?? {}
    if (price.currency !== first.price.currency) throw invalid('The items must have one currency.', 'items')
    if (
      interval !== first.price.recurring?.interval ||
      interval_count !== first.price.recurring?.interval_count
    ) {
      throw invalid('The emulator wants the same interval for all items of a subscription.', 'items')
    }
  }
}

/** The list in which a subscription carries its items. */
export function itemList(subscription: string, data: SubscriptionItem[]): Subscription['items'] {
  return { object: 'list', data, has_more: false, url: `/v1/subscription_items?subscription=${subscription}` }
}

function planOf(price: Price): SubscriptionItem['plan'] {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: price.recurring?.meter ?? null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: price.recurring?.usage_type ?? 'licensed',
  }
}
