import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stripeForTest } from '@/lib/testing/stripe'
import { makePlan } from './test-plans'

let own: Awaited<ReturnType<typeof stripeForTest>>
let stripe: Stripe
beforeAll(async () => {
  own = await stripeForTest()
  stripe = own.stripe
})
afterAll(() => own.stop())

const urls = {
  success_url: 'http://acme.localhost/done?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://acme.localhost/back',
}
const send = (url: string | null, fields: Record<string, string>) =>
  fetch(url ?? '', { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

describe('checkout', () => {
  it('saves a card after one was declined, and leads back with the session', async () => {
    const customer = await stripe.customers.create({ name: 'Lakeside' })
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      customer: customer.id,
      currency: 'usd',
      ...urls,
    })
    expect(session).toMatchObject({ status: 'open', payment_status: 'no_payment_required' })
    const page = await fetch(session.url ?? '').then(response => response.text())
    expect(page).toContain('href="http://acme.localhost/back"')

    const declined = await send(session.url, { number: '4000 0000 0000 0002' })
    expect(declined.status).toBe(402)
    expect(await declined.text()).toContain('Your card was declined.')
    const done = await send(session.url, { card: 'visa' })
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      `http://acme.localhost/done?session=${session.id}`,
    ])

    const after = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['setup_intent.payment_method'],
    })
    expect(after).toMatchObject({
      status: 'complete',
      url: null,
      setup_intent: {
        status: 'succeeded',
        payment_method: { customer: customer.id, card: { last4: '4242' } },
      },
    })
    const [event] = (await stripe.events.list({ type: 'checkout.session.completed' })).data
    expect(event?.data.object).toMatchObject({ id: session.id, mode: 'setup' })
    expect((await send(session.url, { card: 'visa' })).status).toBe(410)
  })

  it('starts a subscription, or nothing when the card fails', async () => {
    const price = await makePlan(stripe, 'Pro', 14_900)
    const session = await stripe.checkout.sessions.create({
      mode: 'subscription',
      customer_email: 'ana@example.com',
      line_items: [{ price: price.id, quantity: 1 }],
      subscription_data: { metadata: { tenant: 'acme' } },
      ...urls,
    })
    expect((await send(session.url, { card: 'chargeCustomerFail' })).status).toBe(402)
    expect((await stripe.subscriptions.list({ status: 'all', price: price.id })).data).toEqual([])
    expect((await send(session.url, { card: 'visa' })).status).toBe(303)
    const after = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription', 'customer'],
    })
    expect(after).toMatchObject({
      payment_status: 'paid',
      amount_total: 14_900,
      customer: { email: 'ana@example.com' },
      subscription: { status: 'active', metadata: { tenant: 'acme' } },
    })
  })

  it('can be closed', async () => {
    const session = await stripe.checkout.sessions.create({ mode: 'setup', currency: 'usd', ...urls })
    const expired = await stripe.checkout.sessions.expire(session.id)
    expect([expired.status, expired.url]).toEqual(['expired', null])
    expect((await fetch(session.url ?? '')).status).toBe(410)
  })
})

describe('the portal', () => {
  it('shows cards and invoices and keeps the cards in order', async () => {
    const customer = await stripe.customers.create({
      name: '<Lakeside>',
      payment_method: 'pm_card_mastercard',
    })
    const price = await makePlan(stripe, 'Pro', 14_900)
    const session = await stripe.billingPortal.sessions.create({
      customer: customer.id,
      return_url: 'http://acme.localhost/',
    })
    expect((await send(session.url, { do: 'card', card: 'visa' })).status).toBe(303)
    await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] })
    const page = await fetch(session.url).then(response => response.text())
    expect(page).toContain('&#60;Lakeside&#62;')
    expect(page).toContain('$149.00')
    expect(page).toContain('Mastercard ending in 4444')

    const cards = await stripe.customers.listPaymentMethods(customer.id)
    const [visa, mastercard] = cards.data
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      invoice_settings: { default_payment_method: visa?.id },
    })
    await send(session.url, { do: 'default', method: mastercard?.id ?? '' })
    await send(session.url, { do: 'remove', method: visa?.id ?? '' })
    expect((await stripe.customers.listPaymentMethods(customer.id)).data.map(card => card.id)).toEqual([
      mastercard?.id,
    ])
    const refused = await send(session.url, { do: 'card', card: 'chargeDeclined' })
    expect([refused.status, await refused.text()]).toEqual([
      402,
      expect.stringContaining('Your card was declined.'),
    ])
  })

  it('leads straight back after a card when that is its one task', async () => {
    const customer = await stripe.customers.create({})
    const after_completion = {
      type: 'redirect' as const,
      redirect: { return_url: 'http://acme.localhost/saved' },
    }
    const session = await stripe.billingPortal.sessions.create({
      customer: customer.id,
      flow_data: { type: 'payment_method_update', after_completion },
    })
    const done = await send(session.url, { do: 'card', card: 'visa' })
    expect(done.headers.get('location')).toBe('http://acme.localhost/saved')
  })
})
