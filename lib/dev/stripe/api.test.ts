import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStripeClient } from '@/lib/integrations/stripe/create-stripe-client'
import { stripeForTest } from '@/lib/testing/stripe'
import { at, makePlan } from './test-plans'

let own: Awaited<ReturnType<typeof stripeForTest>>
let stripe: Stripe
beforeAll(async () => {
  own = await stripeForTest()
  stripe = own.stripe
})
beforeEach(() => own.control.reset())
afterAll(() => own.stop())

describe('who may ask', () => {
  it('lets in the one key only', async () => {
    const stranger = createStripeClient('sk_test_stranger', own.url)
    await expect(stranger.customers.list()).rejects.toMatchObject({
      statusCode: 401,
      type: 'StripeAuthenticationError',
    })
  })

  it('says which version answered and names the request', async () => {
    const { lastResponse } = await stripe.customers.list()
    expect(lastResponse.requestId).toMatch(/^req_/)
    expect(lastResponse.apiVersion).toBe('2026-10-28.endive')
  })
})

describe('errors', () => {
  it.each([
    ['cus_nobody', 404, 'resource_missing', 'id'],
    ['', 400, undefined, undefined],
  ])('for the customer "%s"', async (id, statusCode, code, param) => {
    const asked = id
      ? stripe.customers.retrieve(id)
      : stripe.rawRequest('POST', '/v1/customers', { nonsense: '1' })
    await expect(asked).rejects.toMatchObject(
      id ? { statusCode, code, param } : { code: 'parameter_unknown', param: 'nonsense' },
    )
  })

  it('undo what a refused request had begun', async () => {
    const asked = stripe.products.create({
      name: 'Pro',
      default_price_data: { currency: 'usd', unit_amount_decimal: undefined },
    })
    await expect(asked).rejects.toMatchObject({ code: 'parameter_missing', statusCode: 400 })
    expect((await stripe.products.list()).data).toEqual([])
    expect((await stripe.events.list()).data).toEqual([])
  })

  it('name the parameter in nested brackets', async () => {
    const asked = stripe.prices.create({
      currency: 'usd',
      unit_amount: 1,
      product_data: { name: 'Email' },
      recurring: { interval: 'month', usage_type: 'metered' },
    })
    await expect(asked).rejects.toMatchObject({ param: 'recurring[meter]', code: 'parameter_missing' })
  })
})

describe('idempotency keys', () => {
  it('give the stored answer for the same request', async () => {
    const params = { email: 'ana@example.com', metadata: { tenant: 'acme' } }
    const first = await stripe.customers.create(params, { idempotencyKey: 'one' })
    const again = await stripe.customers.create(params, { idempotencyKey: 'one' })
    expect(again.id).toBe(first.id)
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect((await stripe.customers.list()).data).toHaveLength(1)
  })

  it('refuse another request', async () => {
    await stripe.customers.create({ email: 'ana@example.com' }, { idempotencyKey: 'one' })
    const other = stripe.customers.create({ email: 'bea@example.com' }, { idempotencyKey: 'one' })
    await expect(other).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' })
  })

  it('let the SDK try again after an answer was lost, and it is done once', async () => {
    await own.control.fail({ status: 500, path: '/v1/customers', when: 'after' })
    const made = await stripe.customers.create({ name: 'Once' }, { maxNetworkRetries: 1 })
    expect((await stripe.customers.list()).data.map(row => row.id)).toEqual([made.id])
  })
})

it('fails the next request as a test wants', async () => {
  await own.control.fail({ status: 429, code: 'rate_limit', method: 'POST', path: '/v1/products' })
  expect((await stripe.customers.list()).data).toEqual([])
  const asked = stripe.products.create({ name: 'Pro' }, { maxNetworkRetries: 0 })
  await expect(asked).rejects.toMatchObject({ statusCode: 429, type: 'StripeRateLimitError' })
  expect((await stripe.products.create({ name: 'Pro' })).name).toBe('Pro')
})

describe('lists', () => {
  it('are paged, newest first, and walk themselves', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `Company ${n}`)
    for (const name of names) await stripe.customers.create({ name })
    const page = await stripe.customers.list({ limit: 3 })
    expect([page.has_more, page.data.map(row => row.name)]).toEqual([
      true,
      ['Company 6', 'Company 5', 'Company 4'],
    ])
    const next = await stripe.customers.list({ limit: 3, starting_after: page.data[2]?.id })
    expect(next.data.map(row => row.name)).toEqual(['Company 3', 'Company 2', 'Company 1'])
    const back = await stripe.customers.list({ limit: 2, ending_before: next.data[0]?.id })
    expect(back.data.map(row => row.name)).toEqual(['Company 5', 'Company 4'])
    const all = await stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 })
    expect(all.map(row => row.name)).toEqual(names.toReversed())
    await expect(stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' })
  })

  it('show ten of an invoice’s lines and list the rest', async () => {
    const customer = await stripe.customers.create({ name: 'Lakeside' })
    for (let n = 1; n <= 13; n += 1) {
      await stripe.invoiceItems.create({
        customer: customer.id,
        amount: n,
        currency: 'usd',
        description: `Item ${n}`,
      })
    }
    const invoice = await stripe.invoices.create({
      customer: customer.id,
      pending_invoice_items_behavior: 'include',
    })
    expect([invoice.total, invoice.lines.has_more, invoice.lines.data.length]).toEqual([91, true, 10])
    const lines = await stripe.invoices
      .listLineItems(invoice.id, { limit: 5 })
      .autoPagingToArray({ limit: 100 })
    expect(lines.map(line => line.amount)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1))
  })

  it('find prices by key and events by the start of their type', async () => {
    await stripe.products.create({ id: 'pro', name: 'Pro' })
    const price = await stripe.prices.create({
      product: 'pro',
      currency: 'usd',
      unit_amount: 1,
      lookup_key: 'pro-1',
    })
    const taken = stripe.prices.create({
      product: 'pro',
      currency: 'usd',
      unit_amount: 2,
      lookup_key: 'pro-1',
    })
    await expect(taken).rejects.toMatchObject({ code: 'resource_already_exists', param: 'lookup_key' })
    const found = await stripe.prices.list({ lookup_keys: ['pro-1', 'other'], expand: ['data.product'] })
    expect(found.data.map(row => [row.id, row.product])).toMatchObject([
      [price.id, { id: 'pro', name: 'Pro' }],
    ])
    const moved = await stripe.prices.create({
      product: 'pro',
      currency: 'usd',
      unit_amount: 2,
      lookup_key: 'pro-1',
      transfer_lookup_key: true,
    })
    expect((await stripe.prices.list({ lookup_keys: ['pro-1'] })).data.map(row => row.id)).toEqual([moved.id])
    expect((await stripe.events.list({ type: 'price.*' })).data.map(row => row.type)).toEqual([
      'price.created',
      'price.updated',
      'price.created',
    ])
  })
})

it('expands through objects, lists and what is only there when asked', async () => {
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card?.id } })
  const price = await makePlan(stripe, 'Pro', 1000)
  const made = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    expand: [
      'latest_invoice.payments.data.payment.payment_intent',
      'customer.invoice_settings.default_payment_method',
    ],
  })
  expect(made).toMatchObject({
    customer: { invoice_settings: { default_payment_method: { card: { last4: '4242' } } } },
    latest_invoice: {
      payments: { data: [{ payment: { payment_intent: { status: 'succeeded', amount: 1000 } } }] },
    },
  })
  const invoice = await stripe.invoices.retrieve(
    String(made.latest_invoice && Object(made.latest_invoice).id),
  )
  expect([invoice.payments, invoice.confirmation_secret]).toEqual([undefined, undefined])
  const secret = await stripe.invoices.retrieve(invoice.id, { expand: ['confirmation_secret'] })
  expect(secret.confirmation_secret?.client_secret).toMatch(/^pi_.+_secret_/)
  await expect(stripe.customers.retrieve(customer.id, { expand: ['nothing'] })).rejects.toMatchObject({
    statusCode: 400,
  })
})

it('moves the account’s clock for everybody without a test clock', async () => {
  await own.control.clock(at('2030-01-31T00:00:00Z'))
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  expect(customer.created).toBe(at('2030-01-31T00:00:00Z'))
  const price = await makePlan(stripe, 'Pro', 1000)
  const made = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    trial_period_days: 7,
  })
  await own.control.clock(at('2030-02-07T01:00:00Z'))
  const now = await stripe.subscriptions.retrieve(made.id)
  expect([now.status, now.items.data[0]?.current_period_end]).toEqual([
    'past_due',
    at('2030-03-07T00:00:00Z'),
  ])
})

it('forgets a deleted customer but for its name', async () => {
  const { id } = await stripe.customers.create({ name: 'Gone' })
  await stripe.customers.del(id)
  expect(await stripe.customers.retrieve(id)).toMatchObject({ id, deleted: true })
  await expect(stripe.customers.update(id, { name: 'Back' })).rejects.toMatchObject({ statusCode: 404 })
})
