import { afterEach, expect, it, vi } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { addCard, billedWorld, makeCustomer } from './fixtures/billed-world'
import { payOverdue } from './pay-overdue'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
afterEach(() => vi.useRealTimers())

it('charges what is overdue to each way of paying once, however many nights pass', async () => {
  const begun = { on: '2026-01-05', trialEndsOn: '2026-02-05', plans: ['pro-1'] }
  const tenant = await makeCustomer(world, begun)
  await addCard(world, tenant, 'pm_card_chargeCustomerFail')
  await world.moveTo('2026-02-05T02:00:00Z')
  const open = () =>
    asPlatform(tx => tx.platformInvoice.findFirst({ where: { tenantId: tenant.id, status: 'open' } }))
  const id = (await open())?.stripeInvoiceId ?? ''
  const attempts = async () => (await world.stripe.invoices.retrieve(id)).attempt_count
  const before = await attempts()
  await payOverdue(world.stripe, tenant.id)
  expect(await attempts()).toBe(before + 1)
  expect((await open())?.triedMethods).toHaveLength(1)
  for (const days of [1, 2, 3]) {
    // Longer than Stripe remembers the key of a request.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 2 * 86_400_000 })
    await payOverdue(world.stripe, tenant.id)
    vi.useRealTimers()
  }
  expect(await attempts()).toBe(before + 1)
  await addCard(world, tenant)
  expect(await open()).toBeNull()
})
