import pg from 'pg'
import type Stripe from 'stripe'

/** How many events of a mix there are. */
const eventCount = 400

/** Of how many companies of the scale database they are, and how many are delivered at once. */
export const companyCount = 20

/** Companies of the scale database with a customer at the emulated Stripe each, by which its events find them. */
export async function makeCustomers(adminUrl: string, stripe: Stripe): Promise<string[]> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  const { rows } = await admin.query<{ id: string }>(
    `select tenant_id as id from platform.accounts order by tenant_id limit ${companyCount}`,
  )
  const made: string[] = []
  for (const { id } of rows) {
    const customer = await stripe.customers.create({ name: 'Bench', metadata: { tenant: id } })
    const subscription = await subscribe(stripe, customer.id)
    await admin.query(
      'update platform.accounts set stripe_customer_id = $2, stripe_subscription_id = $3 where tenant_id = $1',
      [id, customer.id, subscription],
    )
    made.push(customer.id)
  }
  await admin.end()
  return made
}

async function subscribe(stripe: Stripe, customer: string): Promise<string> {
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } })
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 4_900,
    recurring: { interval: 'month' },
    product_data: { name: 'Bench' },
  })
  return (await stripe.subscriptions.create({ customer, items: [{ price: price.id }] })).id
}

async function eventsOfType(stripe: Stripe, type: string, most: number): Promise<string[]> {
  const events: string[] = []
  for await (const event of stripe.events.list({ limit: 100, type })) {
    events.push(JSON.stringify(event))
    if (events.length === most) break
  }
  if (events.length < most) throw new Error(`there are ${events.length} events ${type}, not ${most}`)
  return events
}

/** Changes of customers, the lightest event there is: one object asked for, one row written. */
export async function lightEvents(stripe: Stripe, customers: readonly string[]): Promise<string[]> {
  for (const customer of customers)
    for (let n = 0; n < eventCount / customers.length; n++)
      await stripe.customers.update(customer, { name: `Bench ${n}` })
  return eventsOfType(stripe, 'customer.updated', eventCount)
}

/**
 * Half invoices paid, each another one with a line, whose account is settled by it; half changes of subscriptions; by
 * turns.
 */
export async function heavyEvents(stripe: Stripe, customers: readonly string[]): Promise<string[]> {
  const each = eventCount / 2 / customers.length
  for (const customer of customers) {
    // The product's worker hears of the new card and may just be putting another subscription in place of ours.
    const [known] = (await stripe.subscriptions.list({ customer })).data
    const subscription = known?.id ?? (await subscribe(stripe, customer))
    for (let n = 0; n < each; n++) {
      await stripe.subscriptions.update(subscription, { metadata: { bench: String(n) } })
      await stripe.invoiceItems.create({ customer, amount: 1_250 + n, currency: 'usd', description: 'Bench' })
      const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' })
      if (!id) throw new Error('an invoice without an id')
      await stripe.invoices.finalizeInvoice(id)
      if ((await stripe.invoices.retrieve(id)).status !== 'paid') await stripe.invoices.pay(id)
    }
  }
  const paid = await eventsOfType(stripe, 'invoice.paid', eventCount / 2)
  const changed = await eventsOfType(stripe, 'customer.subscription.updated', eventCount / 2)
  return paid.flatMap((event, at) => [event, changed[at] ?? event])
}
