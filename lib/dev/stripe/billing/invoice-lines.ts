import { amountOf, readDecimal, truncate, whole, writeDecimal } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { InvoiceItem, InvoiceLine, Price, Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import { usageBetween } from './usage'

export interface Period {
  start: number
  end: number
}

interface LineParts {
  price: Price
  quantity: bigint
  period: Period
  description: string
  parent: InvoiceLine['parent']
  subscription: string | null
  amount: number
  metadata?: Record<string, string>
}

/** The line of a licensed item for a period; `share` is the part of a full cycle that it costs. */
export function licensedLine(
  emulator: Emulator,
  item: SubscriptionItem,
  period: Period,
  share = { part: 1, whole: 1 },
): InvoiceLine {
  const quantity = whole(item.quantity ?? 1)
  const proration = share.part !== share.whole
  const amount = priceAmount(item.price, quantity, share)
  const description = describeLine(emulator, item.price, quantity)
  return makeLine({ ...itemParts(item, proration), quantity, period, description, amount })
}

/** The line of a metered item: what its meter counted in the period. */
export function meteredLine(
  emulator: Emulator,
  subscription: Subscription,
  item: SubscriptionItem,
  period: Period,
): InvoiceLine {
  const meter = emulator.store.get('billing.meter', item.price.recurring?.meter ?? '')
  const { start, end } = period
  const quantity = meter ? usageBetween(emulator, meter, subscription.customer, start, end) : 0n
  const amount = priceAmount(item.price, quantity)
  const description = describeLine(emulator, item.price, quantity)
  return makeLine({ ...itemParts(item, false), quantity, period, description, amount })
}

/** The line of a free trial. */
export function trialLine(emulator: Emulator, item: SubscriptionItem, period: Period): InvoiceLine {
  const name = emulator.store.get('product', item.price.product)?.name
  const quantity = whole(item.quantity ?? 1)
  const description = `Trial period for ${name}`
  return makeLine({ ...itemParts(item, false), quantity, period, description, amount: 0 })
}

/** The line that a pending invoice item becomes. */
export function lineOfItem(item: InvoiceItem): InvoiceLine {
  const details = item.parent?.subscription_details
  const of = details?.subscription_item
  const generated = { invoice_item: item.id, proration: item.proration, proration_details: null }
  const subscription = details?.subscription ?? null
  return {
    ...blankLine(),
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discountable: item.discountable,
    metadata: item.metadata ?? {},
    parent: of
      ? {
          type: 'subscription_item_details',
          invoice_item_details: null,
          subscription_item_details: { ...generated, subscription, subscription_item: of },
        }
      : {
          type: 'invoice_item_details',
          invoice_item_details: { ...generated, subscription },
          subscription_item_details: null,
        },
    period: item.period,
    pricing: item.pricing ?? null,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription,
    subtotal: item.amount,
  }
}

/** Cents for a quantity of a price, `part / whole` of it, rounded once. */
export function priceAmount(price: Price, quantity: bigint, share = { part: 1, whole: 1 }): number {
  const unit = readDecimal(price.unit_amount_decimal ?? '0') ?? 0n
  return amountOf(transformed(price, quantity), unit, BigInt(share.part), BigInt(share.whole))
}

function transformed(price: Price, quantity: bigint): bigint {
  if (!price.transform_quantity) return quantity
  const by = whole(price.transform_quantity.divide_by)
  const up = price.transform_quantity.round === 'up' && quantity % by !== 0n
  return whole(Number(quantity / by) + (up ? 1 : 0))
}

function itemParts(item: SubscriptionItem, proration: boolean) {
  const { subscription } = item
  const details = {
    invoice_item: null,
    proration,
    proration_details: null,
    subscription,
    subscription_item: item.id,
  }
  return {
    price: item.price,
    subscription,
    metadata: item.metadata,
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: details,
    },
  }
}

function makeLine({ price, quantity, ...parts }: LineParts): InvoiceLine {
  const { amount, description, period, parent, subscription, metadata = {} } = parts
  return {
    ...blankLine(),
    amount,
    currency: price.currency,
    description,
    metadata,
    parent,
    period,
    pricing: pricingOf(price),
    quantity: truncate(quantity),
    quantity_decimal: writeDecimal(quantity),
    subscription,
    subtotal: amount,
  }
}

/** How a line says what price it was made with. */
export function pricingOf(price: Price): NonNullable<InvoiceLine['pricing']> {
  const price_details = { price: price.id, product: price.product }
  return { type: 'price_details', price_details, unit_amount_decimal: price.unit_amount_decimal }
}

function blankLine() {
  return {
    id: freshId('il'),
    object: 'line_item' as const,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    pretax_credit_amounts: [],
    taxes: [],
  }
}

function describeLine(emulator: Emulator, price: Price, quantity: bigint): string {
  const name = emulator.store.get('product', price.product)?.name ?? price.product
  const unit = (readDecimal(price.unit_amount_decimal ?? '0') ?? 0n) / 100n
  const cents = writeDecimal(unit).replace(
    /^(\d+)(?:\.(\d*))?$/,
    (_, all, part = '') => `${all}.${part.padEnd(2, '0')}`,
  )
  return `${writeDecimal(quantity)} × ${name} (at $${cents} / ${price.recurring?.interval ?? 'unit'})`
}
