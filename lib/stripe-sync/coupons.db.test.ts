import { expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { endAccount } from '@/lib/subscriptions/end-account'
import { takeCoupon } from '@/lib/subscriptions/take-coupon'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'
import { invoicesOf } from './fixtures/holds'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()

async function take(tenant: MadeTenant, code: string, months: number): Promise<void> {
  await asPlatform(tx =>
    tx.platformCoupon.createMany({
      data: [{ code, description: 'Half', percentBasisPoints: 5_000, months }],
    }),
  )
  const context = { tenantId: tenant.id, system: 'test' }
  const done = await inTenant(context, tx => takeCoupon(tx, systemActor(context), { code }, '192.0.2.1'))
  expect(done.ok).toBe(true)
  await world.settle(tenant)
}

const compare = ({ id: tenantId }: MadeTenant) => compareBill({ tenantId }, world.now)
const totals = async (tenant: MadeTenant) => (await invoicesOf(tenant)).map(({ totalMinor }) => totalMinor)

it('halves two bills for two months, and the third is expected whole', async () => {
  const begun = { on: '2026-01-05', trialEndsOn: '2026-02-01', plans: ['pro-1'] }
  const tenant = await makeCustomer(world, begun)
  await addCard(world, tenant)
  await world.moveTo('2026-02-06T10:00:00Z')
  await take(tenant, 'TWO-MONTHS', 2)
  for (const day of ['2026-03-01', '2026-04-01', '2026-05-01']) {
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo(`${day}T03:00:00Z`)
    await world.settle(tenant)
  }
  expect(await totals(tenant)).toEqual([14_900n, 7_450n, 7_450n, 14_900n])
})

it('gives all that a code promises when it is taken on trial, also when the trial is extended', async () => {
  const begun = { on: '2026-01-05', trialEndsOn: '2026-02-15', plans: ['pro-1'] }
  const tenant = await makeCustomer(world, begun)
  await addCard(world, tenant)
  await take(tenant, 'ONE-MONTH', 1)
  expect(await compare(tenant)).toEqual({ agrees: true })
  await asPlatform(
    tx => tx.$executeRaw`update platform.accounts set trial_ends_at = '2026-03-15T00:00:00Z'
      where tenant_id = ${tenant.id}::uuid`,
  )
  await world.settle(tenant)
  for (const day of ['2026-03-15', '2026-04-01', '2026-05-01']) {
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo(`${day}T03:00:00Z`)
    await world.settle(tenant)
  }
  // 17 of March's 31 days and a month that begins within one month of the trial's end.
  expect(await totals(tenant)).toEqual([4_085n, 7_450n, 14_900n])
})

it('expects nothing of a company on trial that is to end', async () => {
  const begun = { on: '2026-01-05', trialEndsOn: '2026-02-01', plans: ['basic-1'] }
  const tenant = await makeCustomer(world, begun)
  await addCard(world, tenant)
  const context = { tenantId: tenant.id, system: 'test' }
  const done = await inTenant(context, tx => endAccount(tx, systemActor(context), false, world.now))
  expect(done.ok).toBe(true)
  await world.settle(tenant)
  const { subscriptionId } = await billingOf(tenant)
  await expect(world.stripe.invoices.createPreview({ subscription: subscriptionId ?? '' })).rejects.toThrow(
    'No upcoming invoices',
  )
  expect(await compare(tenant)).toEqual({ agrees: true })
})
