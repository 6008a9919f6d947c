import { describe, expect, it } from 'vitest'
import { runAsPlatform } from '@/lib/action/run-as-platform'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { invitePerson } from '@/lib/people/invite-person'
import { changePlan } from '@/lib/subscriptions/change-plan'
import { changePlanFor } from '@/lib/subscriptions/change-plan-for'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import type { ChangePlan } from '@/lib/subscriptions/schema'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { holdLimits, holdLimitsOf } from './hold-limit'
import { readLimit } from './read-limit'
import { readLimitUsage } from './read-limit-usage'
import { readLimitUsageOf } from './read-limit-usage-of'

testDatabase()

async function company(kind: 'rentals' | 'both') {
  const tenant = await makeTenant({ kind })
  const { context, actor } = await makeUser(tenant)
  const change = (input: ChangePlan) =>
    runInTenant(context, async tx => {
      await holdLimits(tx)
      const usage = await readLimitUsage(tx)
      return changePlan(tx, actor, input, { usage, now: new Date() })
    })
  const invite = (n: number) =>
    runInTenant(context, tx =>
      invitePerson(tx, actor, { name: `New ${n}`, role: 'staff', email: `new-${n}@${tenant.slug}.example` }),
    )
  return { tenantId: tenant.id, context, change, invite }
}

describe('a change of plan', () => {
  it('leaves nobody beyond the smaller plan who comes while it is made', async () => {
    const { context, change, invite } = await company('rentals')
    for (const n of [1, 2, 3]) expect(await invite(n)).toMatchObject({ ok: true })
    await Promise.all([invite(4), invite(5), change({ kind: 'tier', versionId: 'basic-1' }), invite(6)])
    const use = await inTenant(context, tx => readLimit(tx, 'users'))
    expect(use?.used).toBeLessThanOrEqual(use?.allowed ?? 0)
  })

  it('leaves nobody beyond it either when an admin of the platform makes it', async () => {
    const { tenantId, context, invite } = await company('rentals')
    const admin = await makeAdmin()
    for (const n of [1, 2, 3]) expect(await invite(n)).toMatchObject({ ok: true })
    const input = { tenantId, versionId: 'basic-1', reason: 'They asked' }
    const change = () =>
      runAsPlatform(async tx => {
        await holdLimitsOf(tx, tenantId)
        const usage = await readLimitUsageOf(tx, tenantId)
        return changePlanFor(tx, admin, input, { usage, now: new Date() })
      })
    await Promise.all([invite(4), invite(5), change(), invite(6)])
    const use = await inTenant(context, tx => readLimit(tx, 'users'))
    expect(use?.used).toBeLessThanOrEqual(use?.allowed ?? 0)
    expect(await change()).toMatchObject({ ok: false })
  })

  it('leaves one plan when both are given up at the same time', async () => {
    const { context, change } = await company('both')
    const both = [
      change({ kind: 'tier', versionId: null }),
      change({ kind: 'per-homeowner', versionId: null }),
    ]
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1)
    const { periods } = await inTenant(context, tx => readMyBilling(tx))
    expect(periods.filter(({ endsOn }) => endsOn === null)).toHaveLength(1)
  })
})
