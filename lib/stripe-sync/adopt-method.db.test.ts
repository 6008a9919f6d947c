import { afterEach, describe, expect, it, vi } from 'vitest'
import { addCard, billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const begun = { on: '2026-01-05', trialEndsOn: '2026-02-05', plans: ['basic-1'] }
afterEach(() => vi.useRealTimers())

describe('the newest payment method', () => {
  it('is paid with, but not once somebody chose another, however late its event comes', async () => {
    const tenant = await makeCustomer(world, begun)
    await addCard(world, tenant)
    const customer = (await billingOf(tenant)).customerId ?? ''
    const pays = async () => (await billingOf(tenant)).method?.brand
    const [visa] = (await world.stripe.customers.listPaymentMethods(customer)).data
    await world.moveTo('2026-01-06T09:00:00Z')
    await world.stripe.paymentMethods.attach('pm_card_mastercard', { customer })
    await world.control.flush()
    expect(await pays()).toBe('mastercard')
    await world.moveTo('2026-01-06T09:10:00Z')
    await world.stripe.paymentMethods.attach('pm_card_amex', { customer })
    await world.control.clock(Date.parse('2026-01-06T09:20:00Z') / 1000)
    await world.stripe.customers.update(customer, {
      invoice_settings: { default_payment_method: visa?.id },
    })
    await world.control.flush()
    expect(await pays()).toBe('visa')
    const attached = await world.stripe.events.list({ type: 'payment_method.attached', limit: 1 })
    await world.redeliver(attached.data[0]?.id ?? '')
    await world.settle(tenant)
    expect(await pays()).toBe('visa')
  })
})

it('goes by the clock of the database, so that a server whose own is ahead drops nothing that came after', async () => {
  const tenant = await makeCustomer(world, begun)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 200_000 })
  await addCard(world, tenant)
  vi.useRealTimers()
  const customer = (await billingOf(tenant)).customerId ?? ''
  const [card] = (await world.stripe.customers.listPaymentMethods(customer)).data
  await world.stripe.paymentMethods.detach(card?.id ?? '')
  await world.control.flush()
  expect((await billingOf(tenant)).method).toBeNull()
})
