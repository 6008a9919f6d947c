import Stripe from 'stripe'
import { demoSecrets } from '@/lib/env/demo-values'
import { createStripeClient } from '@/lib/integrations/stripe/create-stripe-client'
import { controlStripe } from '@/lib/testing/stripe'
import type { Figure } from './measure'
import { companyCount, heavyEvents, lightEvents, makeCustomers } from './stripe-events'

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
  await Promise.all(Array.from({ length: companyCount }, work))
  return (events.length / (performance.now() - started)) * 1000
}

/**
 * (j) Stripe's events a second, each with its object fetched from the emulated Stripe, and the same ones once more: of
 * the lightest kind, and paid invoices and changed subscriptions by turns.
 */
export async function benchWebhooks(adminUrl: string, port: number, stripeUrl: string): Promise<Figure[]> {
  await controlStripe(stripeUrl).webhooks({ hold: true })
  const stripe = createStripeClient(demoSecrets.STRIPE_SECRET_KEY, stripeUrl)
  const customers = await makeCustomers(adminUrl, stripe)
  return [
    ...(await measure(port, 'changes of customers', await lightEvents(stripe, customers))),
    ...(await measure(port, 'paid invoices and changed subscriptions', await heavyEvents(stripe, customers))),
  ]
}

async function measure(port: number, kind: string, events: string[]): Promise<Figure[]> {
  const first = await deliverAll(port, events)
  const again = await deliverAll(port, events)
  const line = (what: string, perSecond: number) => ({
    what: `(j) ${events.length} events of Stripe, ${kind}, ${companyCount} at once, ${what}`,
    p50: `${perSecond.toFixed(0)} events/s`,
    p99: '',
  })
  return [line('new', first), line('the same again', again)]
}
