import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stripeForTest } from '@/lib/testing/stripe'
import { at, companyOnClock, makePlan } from './test-plans'

let own: Awaited<ReturnType<typeof stripeForTest>>
let stripe: Stripe
beforeAll(async () => {
  own = await stripeForTest()
  stripe = own.stripe
})
afterAll(() => own.stop())

const april = at('2026-04-01T00:00:00Z')
const day = 86_400

it('begins in the middle of a cycle with its share, and trials can be moved and ended', async () => {
  const price = await makePlan(stripe, 'Pro', 3000)
  const { customer } = await companyOnClock(stripe, april + 20 * day)
  const made = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    billing_cycle_anchor_config: { day_of_month: 1, hour: 0, minute: 0, second: 0 },
    expand: ['latest_invoice'],
  })
  expect((made.latest_invoice as Stripe.Invoice).total).toBe(1000)
  expect(made.items.data[0]?.current_period_end).toBe(april + 30 * day)
  const trial = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    trial_period_days: 30,
  })
  const longer = await stripe.subscriptions.update(trial.id, {
    trial_end: april + 80 * day,
    proration_behavior: 'none',
  })
  expect([longer.status, longer.trial_end, longer.items.data[0]?.current_period_end]).toEqual([
    'trialing',
    april + 80 * day,
    april + 80 * day,
  ])
  const over = await stripe.subscriptions.update(trial.id, { trial_end: 'now', expand: ['latest_invoice'] })
  expect(over.status).toBe('active')
  expect(over.latest_invoice).toMatchObject({ total: 3000, status: 'paid' })
})

it('goes from a trial over a piece of a month to whole months, and changes within the piece', async () => {
  const [basic, pro] = [await makePlan(stripe, 'Basic', 3000), await makePlan(stripe, 'Pro', 6000)]
  const { clock, customer } = await companyOnClock(stripe, april)
  const made = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: basic.id }],
    trial_end: april + 10 * day,
    billing_cycle_anchor: april + 30 * day,
  })
  const move = (days: number) =>
    stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + days * day + 7200 })
  await move(10)
  const [item] = (await stripe.subscriptions.retrieve(made.id)).items.data
  expect([item?.current_period_start, item?.current_period_end]).toEqual([april + 10 * day, april + 30 * day])
  await stripe.subscriptions.update(made.id, {
    items: [{ id: item?.id, price: pro.id }],
    proration_date: april + 20 * day - 10 * day,
  })
  await move(30)
  const invoices = (await stripe.invoices.list({ subscription: made.id })).data
  expect(invoices.map(invoice => invoice.lines.data.map(line => line.amount))).toEqual([
    [6000, -2000, 4000],
    [2000],
    [0],
  ])
})
