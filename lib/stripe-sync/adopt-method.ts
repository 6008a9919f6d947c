import type Stripe from 'stripe'
import { fetchCustomer, readMethod, type StripeCustomer } from '@/lib/integrations/stripe/fetch-customer'

/**
 * Asks Stripe for a customer and lets it pay with the newest payment method it added, unless it pays with a newer one
 * already. Whichever event of several is looked at last, it comes to the same.
 */
export async function adoptMethod(stripe: Stripe, customerId: string): Promise<StripeCustomer | null> {
  const customer = await fetchCustomer(stripe, customerId)
  if (!customer) return null
  const { data } = await stripe.customers.listPaymentMethods(customerId, { limit: 20 })
  const newest = data.map(readMethod).reduce((a, b) => (a && a.addedAt >= b.addedAt ? a : b), customer.method)
  if (!newest || newest.id === customer.method?.id) return customer
  await stripe.customers.update(customerId, { invoice_settings: { default_payment_method: newest.id } })
  return { ...customer, method: newest }
}
