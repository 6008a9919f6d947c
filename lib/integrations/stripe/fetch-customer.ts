import type Stripe from 'stripe'
import { addDays, type LocalDate, parseLocalDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, type Month } from '@/lib/time/month'

/** How a company pays by itself. */
export type PaymentMethod = {
  id: string
  /** `card`, `us_bank_account`, … */
  kind: string
  brand: string | null
  last4: string | null
  /** The last day on which a card is good. */
  expiresOn: LocalDate | null
  addedAt: number
}

/** A customer as Stripe has it. */
export type StripeCustomer = {
  id: string
  name: string | null
  email: string | null
  taxExempt: boolean
  /** Below zero: money the customer has with us. */
  balanceMinor: bigint
  method: PaymentMethod | null
}

/** Asks Stripe for a customer and what it pays with; null when it was deleted there. */
export async function fetchCustomer(stripe: Stripe, id: string): Promise<StripeCustomer | null> {
  const customer = await stripe.customers.retrieve(id, {
    expand: ['invoice_settings.default_payment_method'],
  })
  if (customer.deleted) return null
  const method = customer.invoice_settings.default_payment_method
  return {
    id: customer.id,
    name: customer.name ?? null,
    email: customer.email ?? null,
    taxExempt: customer.tax_exempt === 'exempt',
    balanceMinor: BigInt(customer.balance),
    method: method && typeof method !== 'string' ? readMethod(method) : null,
  }
}

/** What is kept of a payment method: never more than people need to know it again. */
export function readMethod(method: Stripe.PaymentMethod): PaymentMethod {
  const { card, us_bank_account: bank } = method
  return {
    id: method.id,
    kind: method.type,
    brand: card?.display_brand ?? card?.brand ?? bank?.bank_name ?? null,
    last4: card?.last4 ?? bank?.last4 ?? null,
    expiresOn: card ? lastDayOf(card.exp_year, card.exp_month) : null,
    addedAt: method.created,
  }
}

function lastDayOf(year: number, month: number): LocalDate | null {
  const first = parseLocalDate(`${year}-${String(month).padStart(2, '0')}-01`)
  return first && addDays(firstDayOf(addMonths(first.slice(0, 7) as Month, 1)), -1)
}
