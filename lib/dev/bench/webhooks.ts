import pg from 'pg'
import Stripe from 'stripe'
import { demoSecrets } from '@/lib/env/demo-values'
import { createStripeClient } from '@/lib/integrations/stripe/create-stripe-client'
import { controlStripe } from '@/lib/testing/stripe'
import type { Figure } from './measure'

const count = 400
const atOnce = 20

/** Customers of the emulated Stripe that belong to companies of the scale database, each changed until there are enough events. */
async function makeEvents(adminUrl: string, stripe: Stripe): Promise<string[]> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  const { rows } = await admin.query<{ id: string }>(
    `select tenant_id as id from platform.accounts order by tenant_id limit ${atOnce}`,
  )
  for (const { id } of rows) {
    const customer = await stripe.customers.create({ name: 'Bench', metadata: { tenant: id } })
    await admin.query('update platform.accounts set stripe_customer_id = $2 where tenant_id = $1', [
      id,
      customer.id,
    ])
    for (let n = 0; n < count / atOnce; n++)
      await stripe.customers.update(customer.id, { name: `Bench ${n}` })
  }
  await admin.end()
  const events: string[] = []
  for await (const event of stripe.events.list({ limit: 100, type: 'customer.updated' })) {
    events.push(JSON.stringify(event))
    if (events.length === count) break
  }
  return events
}

async function deliver(port: number, payload: string): Promise<void> {
  const secret = demoSecrets.STRIPE_WEBHOOK_SECRET
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret })
  const answer = await fetch(`http://localhost:${port}/api/webhooks/stripe`, {
    method: 'POST',
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    body: payload,
  })
  if (answer.status !== 204) throw new Error(`the webhook answers ${answer.status}`)
}

async function deliverAll(port: number, events: string[]): Promise<number> {
  const waiting = [...events]
  const started = performance.now()
  const work = async () => {
    for (let event = waiting.pop(); event; event = waiting.pop()) await deliver(port, event)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return (events.length / (performance.now() - started)) * 1000
}

/** (j) Stripe's events a second, each with its object fetched from the emulated Stripe; and the same ones once more. */
export async function benchWebhooks(adminUrl: string, port: number, stripeUrl: string): Promise<Figure[]> {
  await controlStripe(stripeUrl).webhooks({ hold: true })
  const events = await makeEvents(adminUrl, createStripeClient(demoSecrets.STRIPE_SECRET_KEY, stripeUrl))
  const first = await deliverAll(port, events)
  const again = await deliverAll(port, events)
  const line = (what: string, perSecond: number) => ({
    what: `(j) ${events.length} events of Stripe, ${atOnce} at once, ${what}`,
    p50: `${perSecond.toFixed(0)} events/s`,
    p99: '',
  })
  return [line('new', first), line('the same again', again)]
}
