import type Stripe from 'stripe'
import { z } from 'zod'
import { fetchCustomer, readMethod, type StripeCustomer } from '@/lib/integrations/stripe/fetch-customer'

/**
 * Asks Stripe for a customer and lets it pay with the newest payment method it added, unless it pays with a newer one
 * already or somebody chose another since. Whichever event of several is looked at last, it comes to the same.
 */
export async function adoptMethod(stripe: Stripe, customerId: string): Promise<StripeCustomer | null> {
  const customer = await fetchCustomer(stripe, customerId)
  if (!customer) return null
  const { data } = await stripe.customers.listPaymentMethods(customerId, { limit: 20 })
  const newest = data.map(readMethod).reduce((a, b) => (a && a.addedAt >= b.addedAt ? a : b), customer.method)
  if (!newest || newest.id === customer.method?.id) return customer
  if (customer.method && (await wasChosenSince(stripe, customerId, newest.addedAt))) return customer
  await stripe.customers.update(customerId, { invoice_settings: { default_payment_method: newest.id } })
  return { ...customer, method: newest }
}

const change = z.looseObject({
  object: z.looseObject({ id: z.string() }),
  previous_attributes: z.looseObject({
    invoice_settings: z.looseObject({ default_payment_method: z.string().nullable() }),
  }),
})

/** Whether what a customer pays with was chosen after an instant; Stripe's events are asked, which none of ours is late for. */
async function wasChosenSince(stripe: Stripe, customerId: string, gt: number): Promise<boolean> {
  for await (const { data } of stripe.events.list({
    type: 'customer.updated',
    created: { gt },
    limit: 100,
  })) {
    const changed = change.safeParse(data)
    if (changed.success && changed.data.object.id === customerId) return true
  }
  return false
}
