import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Stripe } from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stripeForTest } from '@/lib/testing/stripe'
import { until } from '@/lib/testing/until'

const secret = 'whsec_of_a_test'
let received: Stripe.Event[] = []
let refuse = 0
let own: Awaited<ReturnType<typeof stripeForTest>>
let close: () => Promise<unknown>

beforeEach(async () => {
  received = []
  refuse = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const signature = String(request.headers['stripe-signature'])
    received.push(Stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, secret))
    refuse -= 1
    response.writeHead(refuse >= 0 ? 500 : 200).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  own = await stripeForTest({ webhook: { url: `http://127.0.0.1:${port}/hook`, secret } })
  close = () => new Promise(resolve => server.close(resolve))
})
afterEach(async () => {
  await own.stop()
  await close()
})

const names = () => received.map(event => (event.data.object as Stripe.Product).name)

describe('webhooks', () => {
  it('come signed, in order, with what was before', async () => {
    const made = await own.stripe.products.create({ name: 'Pro' })
    await own.stripe.products.update(made.id, { name: 'Pro 2' })
    await own.control.flush()
    await until(async () => received.length === 2)
    expect(received.map(event => event.type)).toEqual(['product.created', 'product.updated'])
    expect(received[1]?.data.previous_attributes).toMatchObject({ name: 'Pro' })
    expect(received[0]).toMatchObject({ api_version: Stripe.API_VERSION, data: { object: { id: made.id } } })
    const [kept] = (await own.stripe.events.list({ limit: 1 })).data
    expect(kept).toMatchObject({ id: received[1]?.id, pending_webhooks: 0 })
  })

  it('are held, copied and shuffled as a test wants', async () => {
    await own.control.webhooks({ hold: true, copies: 3, shuffle: true })
    const wanted = Array.from({ length: 12 }, (_, n) => `Product ${n}`)
    for (const name of wanted) await own.stripe.products.create({ name })
    expect(received).toEqual([])
    expect(await own.control.flush()).toEqual({ waiting: 0, givenUp: 0 })
    expect(received).toHaveLength(36)
    expect(new Set(names())).toEqual(new Set(wanted))
    expect(names().slice(0, 12)).not.toEqual(wanted)
    expect(new Set(received.map(event => event.id)).size).toBe(12)
  })

  it('are tried again until they are taken, and can be asked for again', async () => {
    refuse = 2
    await own.control.webhooks({ retryAfterMs: [1, 1, 1] })
    await own.stripe.products.create({ name: 'Pro' })
    await until(async () => received.length === 3)
    await until(async () => (await own.control.deliveries()).length === 3)
    expect((await own.control.deliveries()).map(attempt => attempt.answer)).toEqual([500, 500, 200])
    await own.control.resend(received[0]?.id ?? '')
    await until(async () => received.length === 4)
    expect(new Set(received.map(event => event.id)).size).toBe(1)
  })

  it('can be late, and a flush does not wait', async () => {
    await own.control.webhooks({ delayMs: 3_600_000 })
    await own.stripe.products.create({ name: 'Pro' })
    expect([received.length, (await own.control.flush()).waiting, received.length]).toEqual([0, 0, 1])
  })

  it('are given up in the end', async () => {
    refuse = 10
    await own.control.webhooks({ retryAfterMs: [] })
    await own.stripe.products.create({ name: 'Pro' })
    expect(await own.control.flush()).toEqual({ waiting: 0, givenUp: 1 })
  })
})
