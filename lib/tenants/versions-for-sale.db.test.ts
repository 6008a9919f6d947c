import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { readTierFeatures } from '@/lib/organizations/read-plan-features'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { chooseTier } from './choose-tier'

testDatabase()

const day = (fromToday: number) => {
  const at = new Date(Date.now() + fromToday * 86_400_000)
  return new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
}
const sell = (plan: 'pro' | 'per-homeowner', version: number, from: number) =>
  asPlatform(tx =>
    tx.platformPlanVersion.createMany({
      data: [
        {
          id: `${plan}-${version}`,
          plan,
          kind: plan === 'pro' ? 'tier' : plan,
          version,
          name: plan,
          currency: 'USD',
          baseMinor: 1n,
          features: ['core', `new-${version}`],
          effectiveOn: day(from),
        },
      ],
    }),
  )
const plansOf = async ({ id: tenantId }: MadeTenant) => {
  const rows = await asPlatform(tx => tx.platformSubscription.findMany({ where: { tenantId, endsOn: null } }))
  return rows.map(row => row.planVersionId).sort()
}

it('a company begins with the versions for sale that day, and keeps them', async () => {
  const early = await makeTenant({ kind: 'both' })
  await sell('pro', 2, 0)
  await sell('pro', 3, 1)
  await sell('per-homeowner', 2, -1)
  await asPlatform(tx =>
    tx.platformPlanVersion.update({ where: { id: 'pro-1' }, data: { retiredOn: day(0) } }),
  )
  expect(await plansOf(await makeTenant({ kind: 'both' }))).toEqual(['per-homeowner-2', 'pro-2'])
  expect(await plansOf(early)).toEqual(['per-homeowner-1', 'pro-1'])
})

it('a tier that is chosen is the version for sale today, none that is yet to come or was retired', async () => {
  const tenant = await makeTenant({ kind: 'rentals' })
  const choose = () => asPlatform(tx => chooseTier(tx, tenant.id, 'pro'))
  await choose()
  expect(await plansOf(tenant)).toEqual(['pro-2'])
  expect(await asPlatform(tx => readTierFeatures(tx, 'pro'))).toContain('new-2')
  await asPlatform(tx =>
    tx.platformPlanVersion.update({ where: { id: 'pro-2' }, data: { retiredOn: day(1) } }),
  )
  await choose()
  expect(await plansOf(tenant)).toEqual(['pro-2'])
})

it('no company begins while a plan of its kind is not for sale', async () => {
  await asPlatform(
    tx => tx.$executeRaw`update platform.plan_versions set retired_on = (now() at time zone 'UTC')::date
      where plan = 'per-homeowner' and effective_on < (now() at time zone 'UTC')::date`,
  )
  const count = () => asPlatform(tx => tx.platformTenant.count())
  const before = await count()
  await expect(makeTenant({ kind: 'associations' })).rejects.toThrow()
  expect(await count()).toBe(before)
})
