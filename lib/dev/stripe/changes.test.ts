import fc from 'fast-check'
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

const april = at('2026-04-01T00:00:00Z')
const day = 86_400

async function onPlan(unit: number) {
  const price = await makePlan(stripe, 'Basic', unit)
  const company = await companyOnClock(stripe, april)
  const made = await stripe.subscriptions.create({
    customer: company.customer.id,
    items: [{ price: price.id }],
  })
  const item = made.items.data[0]?.id ?? ''
  const move = (frozen_time: number) =>
    stripe.testHelpers.testClocks.advance(company.clock.id, { frozen_time })
  return { ...company, made, item, move, id: made.id }
}

const figures = (invoice: Stripe.Invoice) => ({
  total: invoice.total,
  due: invoice.amount_due,
  lines: invoice.lines.data.map(({ amount, description, period }) => ({ amount, description, period })),
})

describe('an upgrade', () => {
  it('costs what its preview said', async () => {
    const { id, item, move } = await onPlan(4900)
    const pro = await makePlan(stripe, 'Pro', 14_900)
    await move(april + 10 * day)
    const change = {
      items: [{ id: item, price: pro.id }],
      proration_behavior: 'always_invoice' as const,
      proration_date: april + 10 * day,
    }
    const before = await stripe.subscriptions.retrieve(id)
    const preview = await stripe.invoices.createPreview({ subscription: id, subscription_details: change })
    expect(await stripe.subscriptions.retrieve(id)).toEqual(before)
    const after = await stripe.subscriptions.update(id, { ...change, expand: ['latest_invoice'] })
    const invoice = after.latest_invoice as Stripe.Invoice
    expect(figures(invoice)).toEqual(figures(preview))
    expect(figures(invoice).lines.map(line => line.amount)).toEqual([-3267, 9933])
    expect(invoice).toMatchObject({
      status: 'paid',
      billing_reason: 'subscription_update',
      amount_paid: 6666,
    })
    expect(invoice.lines.data.map(line => line.parent?.subscription_item_details?.proration)).toEqual([
      true,
      true,
    ])
    expect(after.items.data[0]).toMatchObject({
      id: item,
      price: { id: pro.id },
      current_period_start: april,
    })
  })

  it('waits for the next invoice unless it is to be billed at once', async () => {
    const { id, item, move } = await onPlan(3000)
    const more = await makePlan(stripe, 'Pro', 6000)
    await move(april + 15 * day)
    await stripe.subscriptions.update(id, { items: [{ id: item, price: more.id }] })
    const preview = await stripe.invoices.createPreview({ subscription: id })
    expect(figures(preview).lines.map(line => line.amount)).toEqual([6000, -1500, 3000])
    await move(april + 30 * day + 7200)
    const [invoice] = (await stripe.invoices.list({ subscription: id })).data
    expect(invoice && figures(invoice)).toEqual(figures(preview))
    expect(invoice?.status).toBe('paid')
  })

  it('that cannot be paid changes nothing when asked so', async () => {
    const { id, item, customer } = await onPlan(4900)
    const pro = await makePlan(stripe, 'Pro', 14_900)
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
    await stripe.subscriptions.update(id, { default_payment_method: bad.id })
    const asked = stripe.subscriptions.update(id, {
      items: [{ id: item, price: pro.id }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
    })
    await expect(asked).rejects.toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
    })
    const [kept] = (await stripe.subscriptions.retrieve(id)).items.data
    expect(kept?.price.unit_amount).toBe(4900)
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1)
  })
})

it('credits and charges of any change at any second cancel or sum as their prices do', async () => {
  const { id, item } = await onPlan(4900)
  const changes = fc.record({
    unit: fc.integer({ min: 1, max: 99_999 }),
    second: fc.integer({ min: 0, max: 30 * day }),
  })
  await fc.assert(
    fc.asyncProperty(changes, async ({ unit, second }) => {
      const price = await makePlan(stripe, 'Any', unit)
      const { lines } = await stripe.invoices.createPreview({
        subscription: id,
        subscription_details: {
          items: [{ id: item, price: price.id }],
          proration_behavior: 'always_invoice',
          proration_date: april + second,
        },
      })
      const left = 30 * day - second
      const share = (cents: number) => Math.floor((2 * cents * left + 30 * day) / (2 * 30 * day))
      expect(lines.data.map(line => line.amount)).toEqual([0 - share(4900), share(unit)])
    }),
    { numRuns: 25 },
  )
})

it('a downgrade leaves a credit on the balance, which the next invoice uses up', async () => {
  const { id, item, customer, move } = await onPlan(30_000)
  const basic = await makePlan(stripe, 'Basic', 3000)
  await move(april + 15 * day)
  await stripe.subscriptions.update(id, {
    items: [{ id: item, price: basic.id }],
    proration_behavior: 'always_invoice',
  })
  expect((await stripe.customers.retrieve(customer.id)) as Stripe.Customer).toMatchObject({
    balance: -13_500,
  })
  await move(april + 30 * day + 7200)
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data
  expect(invoice).toMatchObject({
    total: 3000,
    amount_due: 0,
    starting_balance: -13_500,
    ending_balance: -10_500,
    status: 'paid',
  })
})

describe('the end of a subscription', () => {
  it('comes with its period and can be taken back before', async () => {
    const { id, move } = await onPlan(4900)
    const asked = await stripe.subscriptions.update(id, { cancel_at_period_end: true })
    expect([asked.cancel_at_period_end, asked.cancel_at, asked.status]).toEqual([
      true,
      april + 30 * day,
      'active',
    ])
    const kept = await stripe.subscriptions.update(id, { cancel_at_period_end: false })
    expect([kept.cancel_at, kept.canceled_at]).toEqual([null, null])
    await stripe.subscriptions.update(id, { cancel_at_period_end: true })
    await expect(stripe.invoices.createPreview({ subscription: id })).rejects.toMatchObject({
      code: 'invoice_upcoming_none',
    })
    await move(april + 31 * day)
    const ended = await stripe.subscriptions.retrieve(id)
    expect([ended.status, ended.ended_at]).toEqual(['canceled', april + 30 * day])
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1)
  })

  it('bills the usage of the last period, and credits what is unused when it is at once', async () => {
    const plan = await perHomeowner(stripe)
    const { clock, customer } = await companyOnClock(stripe, april)
    const made = await stripe.subscriptions.create({
      customer: customer.id,
      items: plan.prices.map(price => ({ price: price.id })),
    })
    await stripe.billing.meterEvents.create({
      event_name: `${plan.name}-homeowners`,
      payload: { stripe_customer_id: customer.id, value: '100' },
    })
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + 15 * day })
    await stripe.subscriptions.cancel(made.id, { invoice_now: true, prorate: true })
    const [last] = (await stripe.invoices.list({ customer: customer.id })).data
    expect(last?.lines.data.map(line => line.amount).filter(Boolean)).toEqual([25_000, -2500])
    expect(last).toMatchObject({ total: 22_500, status: 'paid' })
  })
})

it('a coupon takes its part of each line, for as long as it lasts', async () => {
  const { id, move } = await onPlan(4999)
  const coupon = await stripe.coupons.create({
    percent_off: 12.5,
    duration: 'repeating',
    duration_in_months: 2,
  })
  const code = await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'WELCOME',
  })
  await stripe.subscriptions.update(id, { discounts: [{ promotion_code: code.id }] })
  const preview = await stripe.invoices.createPreview({ subscription: id })
  expect([preview.subtotal, preview.total, preview.total_discount_amounts?.[0]?.amount]).toEqual([
    4999, 4374, 625,
  ])
  await move(april + 100 * day)
  const invoices = await stripe.invoices.list({ subscription: id })
  expect(invoices.data.map(invoice => invoice.total)).toEqual([4999, 4999, 4374, 4999])
})
