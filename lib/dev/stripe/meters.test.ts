import { Stripe } from 'stripe'
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
let names = 0

async function meterOf(
  formula: 'sum' | 'last' | 'count',
  unit: string,
  transform?: { divide_by: number; round: 'up' | 'down' },
) {
  names += 1
  const event_name = `thing-${names}`
  const meter = await stripe.billing.meters.create({
    display_name: event_name,
    event_name,
    default_aggregation: { formula },
  })
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount_decimal: Stripe.Decimal.from(unit),
    product_data: { name: event_name },
    recurring: { interval: 'month', usage_type: 'metered', meter: meter.id },
    ...(transform && { transform_quantity: transform }),
  })
  const tell = (customer: string, value: string, days: number, identifier?: string) => {
    const payload = { stripe_customer_id: customer, value }
    return stripe.billing.meterEvents.create({
      event_name,
      payload,
      timestamp: april + days * day,
      identifier,
    })
  }
  return { meter, price, tell, event_name }
}

const linesOf = async (subscription: string) =>
  (await stripe.invoices.createPreview({ subscription })).lines.data.map(({ amount, quantity_decimal }) => [
    amount,
    String(quantity_decimal),
  ])

describe('meters', () => {
  it('sum, keep the last value, count, and round to packs', async () => {
    const sum = await meterOf('sum', '0.00000001')
    const last = await meterOf('last', '250')
    const packs = await meterOf('sum', '500', { divide_by: 1000, round: 'up' })
    const { customer } = await companyOnClock(stripe, april)
    const items = [sum, last, packs].map(({ price }) => ({ price: price.id }))
    const { id } = await stripe.subscriptions.create({ customer: customer.id, items })
    await sum.tell(customer.id, '12000000000', 0)
    await sum.tell(customer.id, '500000000', 0)
    await last.tell(customer.id, '137', 0)
    await last.tell(customer.id, '130', -1)
    await last.tell(customer.id, '99', 0)
    await packs.tell(customer.id, '2001', 0)
    expect(await linesOf(id)).toEqual([
      [125, '12500000000'],
      [24_750, '99'],
      [1500, '2001'],
    ])
  })

  it('count what is in the period by its own time, however late it is told, until the invoice is final', async () => {
    const emails = await meterOf('sum', '100')
    const { clock, customer } = await companyOnClock(stripe, april)
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: emails.price.id }],
    })
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + 30 * day + 60 })
    await emails.tell(customer.id, '3', 29)
    await emails.tell(customer.id, '5', 30)
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + 30 * day + 7200 })
    const [invoice] = (await stripe.invoices.list({ subscription: id })).data
    expect(invoice).toMatchObject({ total: 300, status: 'paid' })
    expect(await linesOf(id)).toEqual([[500, '5']])
  })

  it('give back what was taken by mistake, summed by day', async () => {
    const texts = await meterOf('sum', '1')
    const { clock, customer } = await companyOnClock(stripe, april)
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + 3 * day })
    await texts.tell(customer.id, '10', 0, `${customer.id}-1`)
    await texts.tell(customer.id, '4', 2, `${customer.id}-2`)
    await texts.tell(customer.id, '6', 2, `${customer.id}-3`)
    const cancel = { identifier: `${customer.id}-2` }
    await stripe.billing.meterEventAdjustments.create({
      event_name: texts.event_name,
      type: 'cancel',
      cancel,
    })
    const range = { customer: customer.id, start_time: april, end_time: april + 3 * day }
    const days = await stripe.billing.meters.listEventSummaries(texts.meter.id, {
      ...range,
      value_grouping_window: 'day',
    })
    expect(days.data.map(part => part.aggregated_value)).toEqual([6, 0, 10])
    const all = await stripe.billing.meters.listEventSummaries(texts.meter.id, range)
    expect(all.data.map(part => part.aggregated_value)).toEqual([16])
  })

  it('refuse what they cannot count', async () => {
    const texts = await meterOf('sum', '1')
    const { customer } = await companyOnClock(stripe, april)
    await expect(texts.tell(customer.id, 'many', 0)).rejects.toMatchObject({ param: 'payload[value]' })
    await expect(texts.tell(customer.id, '1', 1)).rejects.toMatchObject({ code: 'timestamp_in_future' })
    await expect(texts.tell(customer.id, '1', -36)).rejects.toMatchObject({
      code: 'timestamp_too_far_in_past',
    })
    await expect(texts.tell('cus_nobody', '1', 0)).rejects.toMatchObject({ code: 'resource_missing' })
    await stripe.billing.meters.deactivate(texts.meter.id)
    await expect(texts.tell(customer.id, '1', 0)).rejects.toMatchObject({ statusCode: 400 })
    expect((await stripe.billing.meters.list({ status: 'inactive' })).data.map(row => row.id)).toContain(
      texts.meter.id,
    )
  })
})

describe('subscription items', () => {
  it('are added, changed and taken away one by one', async () => {
    const emails = await meterOf('sum', '100')
    const seats = await makePlan(stripe, 'Seat', 3000)
    const { clock, customer } = await companyOnClock(stripe, april)
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: seats.id, quantity: 2 }],
    })
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + 15 * day })
    await emails.tell(customer.id, '1', 14)
    const item = await stripe.subscriptionItems.create({ subscription: id, price: emails.price.id })
    await emails.tell(customer.id, '7', 15)
    const [seat] = (await stripe.subscriptionItems.list({ subscription: id })).data
    const more = await stripe.subscriptionItems.update(seat?.id ?? '', { quantity: 3 })
    expect(more).toMatchObject({
      quantity: 3,
      current_period_start: april,
      current_period_end: april + 30 * day,
    })
    expect((await linesOf(id)).map(([amount]) => amount)).toEqual([700, 9000, -3000, 4500])
    await stripe.subscriptionItems.del(item.id)
    expect((await stripe.subscriptionItems.list({ subscription: id })).data.map(row => row.id)).toEqual([
      seat?.id,
    ])
    expect((await linesOf(id)).map(([amount]) => amount)).toEqual([9000, -3000, 4500, 700])
    const wrong = stripe.subscriptionItems.update(seat?.id ?? '', { price: emails.price.id, quantity: 3 })
    await expect(wrong).rejects.toMatchObject({ statusCode: 400, param: 'items[quantity]' })
  })

  it('stay one interval, one currency, and no price twice', async () => {
    const month = await makePlan(stripe, 'Month', 1000)
    const year = await stripe.prices.create({
      currency: 'usd',
      unit_amount: 9000,
      product: String(month.product),
      recurring: { interval: 'year' },
    })
    const { customer } = await companyOnClock(stripe, april)
    const start = (...prices: string[]) =>
      stripe.subscriptions.create({ customer: customer.id, items: prices.map(price => ({ price })) })
    await expect(start(month.id, year.id)).rejects.toMatchObject({ param: 'items' })
    await expect(start(month.id, month.id)).rejects.toMatchObject({ param: 'items' })
    const made = await start(month.id)
    const [item] = made.items.data
    const yearly = await stripe.subscriptions.update(made.id, {
      items: [{ id: item?.id, price: year.id }],
      expand: ['latest_invoice'],
    })
    expect(yearly.items.data[0]?.current_period_end).toBe(at('2027-04-01T00:00:00Z'))
    expect((yearly.latest_invoice as Stripe.Invoice).lines.data.map(line => line.amount)).toEqual([
      9000, -1000,
    ])
  })
})

it('sums off and single coupons touch one invoice; sent invoices wait to be paid', async () => {
  const price = await makePlan(stripe, 'Pro', 3000)
  const { clock, customer } = await companyOnClock(stripe, april)
  const coupon = await stripe.coupons.create({ amount_off: 1001, currency: 'usd', duration: 'once' })
  const made = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    discounts: [{ coupon: coupon.id }],
    collection_method: 'send_invoice',
    days_until_due: 14,
  })
  expect([made.status, made.discounts.length]).toEqual(['active', 1])
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + 30 * day + 7200 })
  const invoices = (await stripe.invoices.list({ subscription: made.id })).data
  expect(invoices.map(({ status, total, due_date }) => ({ status, total, due_date }))).toEqual([
    { status: 'open', total: 3000, due_date: april + 44 * day + 3600 },
    { status: 'open', total: 1999, due_date: april + 14 * day + 3600 },
  ])
  await stripe.coupons.del(coupon.id)
  await expect(
    stripe.subscriptions.update(made.id, { discounts: [{ coupon: coupon.id }] }),
  ).rejects.toMatchObject({
    code: 'coupon_expired',
  })
})
