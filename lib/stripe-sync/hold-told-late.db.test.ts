import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { billedWorld } from './fixtures/billed-world'
import { hold, makePayer, paused, release, statuses } from './fixtures/holds'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()

describe('a hold that Stripe is told of late', () => {
  it('voids the bill that was made before, as long as it is not paid', async () => {
    const tenant = await makePayer(world, ['pro-1'])
    await hold(world, tenant, '2026-03-31T23:50:00Z')
    await world.moveTo('2026-04-01T00:20:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-02T00:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'void'])
  })

  it('lets a bill of just before the hold rest until it ends', async () => {
    const tenant = await makePayer(world, ['pro-1'])
    await hold(world, tenant, '2026-04-01T00:20:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-05T00:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'draft'])
    await release(world, tenant, '2026-04-05T01:00:00Z')
    await world.moveTo('2026-04-05T03:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'paid'])
  })

  it('tells admins once of what was charged', async () => {
    const tenant = await makePayer(world, ['pro-1'])
    await hold(world, tenant, '2026-03-31T20:00:00Z')
    await world.moveTo('2026-04-01T06:00:00Z')
    const told = () =>
      asPlatform(tx => tx.platformDifference.findMany({ where: { tenantId: tenant.id, resolvedAt: null } }))
    await world.settle(tenant)
    expect(await told()).toMatchObject([{ kind: 'invoice', ours: 0n, recount: 14_900n }])
    await asPlatform(tx =>
      tx.platformDifference.updateMany({ where: { tenantId: tenant.id }, data: { resolvedAt: new Date() } }),
    )
    await world.settle(tenant)
    expect(await told()).toEqual([])
  })

  it('is told again when the worker was cut off anywhere', async () => {
    for (const [path, when] of [
      ['/v1/subscriptions/', 'before'],
      ['/v1/subscriptions/', 'after'],
      ['/v1/invoices', 'before'],
    ] as const) {
      const tenant = await makePayer(world, ['pro-1'])
      await hold(world, tenant, '2026-03-31T23:50:00Z')
      await world.moveTo('2026-04-01T00:20:00Z')
      await world.control.fail({ status: 500, method: 'POST', path, times: 3, when })
      await expect(world.settle(tenant)).rejects.toThrow()
      await world.settle(tenant)
      expect(await paused(world, tenant)).not.toBeNull()
      await world.control.fail({ status: 500, method: 'POST', path: '/v1/subscriptions/', times: 3, when })
      await expect(release(world, tenant, '2026-04-10T00:00:00Z')).rejects.toThrow()
      await world.settle(tenant)
      expect(await paused(world, tenant)).toBeNull()
      await world.moveTo('2026-05-01T03:00:00Z')
      expect(await statuses(tenant)).toEqual(['paid', 'paid', 'void', 'paid'])
    }
  })
})
