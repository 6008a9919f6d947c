import { afterEach, expect, it, vi } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { makeAdmin } from '@/lib/testing/make-admin'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import { billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'
import { syncCredits } from './sync-credits'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
afterEach(() => vi.useRealTimers())

async function given(tenant: MadeTenant, amountMinor: bigint): Promise<void> {
  const { adminId } = await makeAdmin()
  const credit = { tenantId: tenant.id, amountMinor, currency: 'USD', reason: 'Sorry', givenBy: adminId }
  await asPlatform(tx => tx.platformCredit.createMany({ data: [credit] }))
}

it('puts a gift on the balance once, also when the worker that was cut off is back days later', async () => {
  const begun = { on: '2026-01-05', trialEndsOn: '2026-02-05', plans: ['pro-1'] }
  const tenant = await makeCustomer(world, begun)
  const customer = (await billingOf(tenant)).customerId ?? ''
  await given(tenant, 2_000n)
  await world.control.fail({
    status: 500,
    method: 'POST',
    path: `/v1/customers/${customer}/balance_transactions`,
    times: 3,
    when: 'after',
  })
  await expect(syncCredits(world.stripe, tenant.id, customer)).rejects.toThrow()
  // Longer than Stripe remembers the key of a request.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 86_400_000 })
  await given(tenant, 500n)
  await syncCredits(world.stripe, tenant.id, customer)
  await syncCredits(world.stripe, tenant.id, customer)
  const { data } = await world.stripe.customers.listBalanceTransactions(customer)
  expect(data.map(({ amount }) => amount).sort()).toEqual([-2_000, -500])
  const credits = await asPlatform(tx => tx.platformCredit.findMany({ where: { tenantId: tenant.id } }))
  expect(credits.map(({ stripeTransactionId }) => stripeTransactionId).sort()).toEqual(
    data.map(({ id }) => id).sort(),
  )
})
