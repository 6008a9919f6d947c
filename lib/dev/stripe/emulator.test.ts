import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stripeForTest } from '@/lib/testing/stripe'
import { at, companyOnClock, makePlan, perHomeowner } from './test-plans'

let own: Awaited<ReturnType<typeof stripeForTest>>
let stripe: Stripe
beforeAll(async () => {
  own = await stripeForTest()
  stripe = own.stripe
})
afterAll(() => own.stop())

describe('a subscription over time', () => {
  it('goes from its trial through a warning to a paid invoice', async () => {
    const price = await makePlan(stripe, 'Pro', 14_900)
    const { clock, customer } = await companyOnClock(stripe, at('2026-03-01T00:00:00Z'))
    const started = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      trial_end: at('2026-03-31T00:00:00Z'),
    })
    expect(started.status).toBe('trialing')
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: at('2026-03-28T00:00:01Z') })
    const warnings = await stripe.events.list({ type: 'customer.subscription.trial_will_end' })
    expect(warnings.data.map(event => event.created)).toEqual([at('2026-03-28T00:00:00Z')])

    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: at('2026-03-31T02:00:00Z') })
    const running = await stripe.subscriptions.retrieve(started.id, { expand: ['latest_invoice.payments'] })
    expect(running.status).toBe('active')
    expect(running.items.data[0]).toMatchObject({
      current_period_start: at('2026-03-31T00:00:00Z'),
      current_period_end: at('2026-04-30T00:00:00Z'),
    })
    expect(running.latest_invoice).toMatchObject({
      status: 'paid',
      total: 14_900,
      amount_paid: 14_900,
      billing_reason: 'subscription_cycle',
      payments: { data: [{ status: 'paid', amount_paid: 14_900 }] },
    })
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: at('2026-05-31T02:00:00Z') })
    const invoices = await stripe.invoices.list({ subscription: started.id })
    expect(invoices.data.map(invoice => invoice.total)).toEqual([14_900, 14_900, 14_900, 0])
    const [latest] = (await stripe.subscriptions.retrieve(started.id)).items.data
    expect(latest?.current_period_end).toBe(at('2026-06-30T00:00:00Z'))
  })

  it('bills what meters counted once the month is over', async () => {
    const plan = await perHomeowner(stripe)
    const { clock, customer } = await companyOnClock(stripe, at('2026-04-01T00:00:00Z'))
    const started = await stripe.subscriptions.create({
      customer: customer.id,
      items: plan.prices.map(price => ({ price: price.id })),
    })
    expect(started.status).toBe('active')
    const usage = { homeowners: '137', gigabytes: '12.5', emails: '4321', texts: '210' }
    for (const [meter, value] of Object.entries(usage)) {
      const event = { event_name: `${plan.name}-${meter}`, identifier: `${customer.id}-${meter}` }
      const payload = { stripe_customer_id: customer.id, value }
      await stripe.billing.meterEvents.create({ ...event, payload, timestamp: at('2026-04-01T00:00:00Z') })
      await expect(stripe.billing.meterEvents.create({ ...event, payload })).rejects.toMatchObject({
        code: 'duplicate_meter_event',
      })
    }
    const preview = await stripe.invoices.createPreview({ subscription: started.id })
    expect(preview.total).toBe(40_017)
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: at('2026-05-01T02:00:00Z') })
    const [invoice] = (await stripe.invoices.list({ customer: customer.id })).data
    expect(invoice).toMatchObject({ status: 'paid', total: 40_017 })
    expect(invoice?.lines.data.map(line => line.amount).sort((a, b) => a - b)).toEqual([
      125, 210, 432, 5000, 34_250,
    ])
    const gigabytes = invoice?.lines.data.find(line => line.amount === 125)
    expect(String(gigabytes?.quantity_decimal)).toBe('12.5')
    expect(String(gigabytes?.pricing?.unit_amount_decimal)).toBe('10')
    expect(gigabytes?.period).toEqual({ start: at('2026-04-01T00:00:00Z'), end: at('2026-05-01T00:00:00Z') })
  })
})
