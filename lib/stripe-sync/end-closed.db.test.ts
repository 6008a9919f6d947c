import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { cancelDeletion } from '@/lib/directory/cancel-deletion'
import { requestDeletion } from '@/lib/directory/request-deletion'
import { makeAdmin } from '@/lib/testing/make-admin'
import { endClosed } from './end-closed'
import { addCard, billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()

it('charges nobody for a closed company, and goes on when its deletion is taken back', async () => {
  const admin = await makeAdmin()
  const begun = { on: '2026-03-10', trialEndsOn: '2026-04-10', plans: ['pro-1'] }
  const tenant = await makeCustomer(world, begun)
  const other = await makeCustomer(world, begun)
  for (const each of [tenant, other]) await addCard(world, each)
  await world.moveTo('2026-04-12T02:00:00Z')
  const input = { tenantId: tenant.id, reason: 'They left' }
  await asPlatform(tx => requestDeletion(tx, admin, input, world.now))
  expect(await endClosed()).toEqual({ ended: 1 })
  expect(await endClosed()).toEqual({ ended: 0 })
  await world.moveTo('2026-06-02T02:00:00Z')
  const charged = (tenantId: string) =>
    asPlatform(tx => tx.platformInvoice.count({ where: { tenantId, totalMinor: { gt: 0 } } }))
  expect(await charged(tenant.id)).toBe(1)
  expect(await charged(other.id)).toBe(3)
  await asPlatform(tx => cancelDeletion(tx, admin, input, world.now))
  const waiting = await asPlatform(
    tx => tx.$queryRaw`
      select name from jobs.job where data ->> 'tenantId' = ${tenant.id} and name = 'sync-billing' and state = 'created'`,
  )
  expect(waiting).toHaveLength(1)
  await world.settle(tenant)
  expect(await billingOf(tenant)).toMatchObject({ state: 'active', subscriptionStatus: 'trialing' })
  await world.moveTo('2026-06-03T02:00:00Z')
  expect(await charged(tenant.id)).toBe(2)
})
