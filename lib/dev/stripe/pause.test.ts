import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

async function onPlan(card = 'pm_card_visa') {
  const price = await makePlan(stripe, 'Pro', 14_900)
  const company = await companyOnClock(stripe, april, card)
  const { id } = await stripe.subscriptions.create({
    customer: company.customer.id,
    items: [{ price: price.id }],
    trial_period_days: 10,
  })
  const move = (days: number) =>
    stripe.testHelpers.testClocks.advance(company.clock.id, { frozen_time: april + days * day })
  const statuses = async () =>
    (await stripe.invoices.list({ subscription: id })).data.map(({ status }) => status).reverse()
  return { id, customer: company.customer.id, move, statuses }
}

const pause = (id: string, pause_collection: Stripe.SubscriptionUpdateParams['pause_collection']) =>
  stripe.subscriptions.update(id, { pause_collection })

describe('a subscription whose collection is paused', () => {
  it('makes invoices that are void at once, take no credit and charge nobody, until it goes on', async () => {
    const { id, customer, move, statuses } = await onPlan()
    await move(12)
    const credit = { amount: -2_000, currency: 'usd' }
    await stripe.customers.createBalanceTransaction(customer, credit)
    expect(await pause(id, { behavior: 'void' })).toMatchObject({
      status: 'active',
      pause_collection: { behavior: 'void', resumes_at: null },
    })
    await move(75)
    expect(await statuses()).toEqual(['paid', 'paid', 'void', 'void'])
    const [voided] = (await stripe.invoices.list({ subscription: id })).data
    expect(voided).toMatchObject({ total: 14_900, amount_paid: 0, attempt_count: 0 })
    const told = await stripe.events.list({ type: 'invoice.voided' })
    expect(told.data.map(({ data }) => data.object)).toContainEqual(
      expect.objectContaining({ id: voided?.id, status: 'void' }),
    )
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({ balance: -2_000 })
    expect(await pause(id, '')).toMatchObject({ pause_collection: null })
    await move(105)
    expect(await statuses()).toEqual(['paid', 'paid', 'void', 'void', 'paid'])
  })

  it('is told what the next invoice would be, and bills nothing when it ends', async () => {
    const { id, move, statuses } = await onPlan()
    await move(12)
    await pause(id, { behavior: 'void' })
    expect(await stripe.invoices.createPreview({ subscription: id })).toMatchObject({ total: 14_900 })
    expect(await statuses()).toEqual(['paid', 'paid'])
    await stripe.subscriptions.update(id, { cancel_at_period_end: true })
    await stripe.invoiceItems.create({
      customer: (await stripe.subscriptions.retrieve(id)).customer as string,
      subscription: id,
      amount: 700,
      currency: 'usd',
    })
    await move(75)
    expect(await statuses()).toEqual(['paid', 'paid', 'void'])
  })

  it('still has its earlier invoice tried, unless that is told not to advance', async () => {
    const { id, move } = await onPlan('pm_card_chargeCustomerFail')
    await move(11)
    const [open] = (await stripe.invoices.list({ subscription: id, status: 'open' })).data
    const attempts = async () => (await stripe.invoices.retrieve(open?.id ?? '')).attempt_count
    await pause(id, { behavior: 'void' })
    await move(14)
    expect(await attempts()).toBe(2)
    await stripe.invoices.update(open?.id ?? '', { auto_advance: false })
    await move(40)
    expect(await attempts()).toBe(2)
    await stripe.invoices.update(open?.id ?? '', { auto_advance: true })
    await move(46)
    expect(await attempts()).toBe(3)
  })

  it('cannot be paused otherwise here', async () => {
    const { id } = await onPlan()
    for (const behavior of ['keep_as_draft', 'mark_uncollectible'] as const)
      await expect(pause(id, { behavior })).rejects.toMatchObject({ param: 'pause_collection[behavior]' })
  })
})
