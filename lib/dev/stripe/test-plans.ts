import type Stripe from 'stripe'
import { Stripe as StripeSdk } from 'stripe'

/** Seconds since 1970 of an instant written in ISO 8601. */
export function at(instant: string): number {
  return Date.parse(instant) / 1000
}

/** A monthly price in cents of a product of its own. */
export function makePlan(stripe: Stripe, name: string, unit_amount: number): Promise<Stripe.Price> {
  return stripe.prices.create({
    currency: 'usd',
    unit_amount,
    product_data: { name },
    recurring: { interval: 'month' },
  })
}

/** A customer on a test clock of its own, with a default card unless told otherwise. */
export async function companyOnClock(stripe: Stripe, frozen_time: number, card = 'pm_card_visa') {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time })
  const customer = await stripe.customers.create({ name: 'Lakeside', test_clock: clock.id })
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id })
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } })
  return { clock, customer, method }
}

let plans = 0

/** The plan per homeowner: 50.00 a month, 2.50 a homeowner, 0.10 a gigabyte, 0.001 an email, 0.01 a text. */
export async function perHomeowner(stripe: Stripe): Promise<{ name: string; prices: Stripe.Price[] }> {
  plans += 1
  const name = `plan-${plans}`
  const prices = [await makePlan(stripe, name, 5000)]
  const units = { homeowners: '250', gigabytes: '10', emails: '0.1', texts: '1' }
  for (const [meter, unit] of Object.entries(units)) {
    const made = await stripe.billing.meters.create({
      display_name: meter,
      event_name: `${name}-${meter}`,
      default_aggregation: { formula: 'sum' },
    })
    const price = await stripe.prices.create({
      currency: 'usd',
      unit_amount_decimal: StripeSdk.Decimal.from(unit),
      product_data: { name: meter },
      recurring: { interval: 'month', usage_type: 'metered', meter: made.id },
    })
    prices.push(price)
  }
  return { name, prices }
}
