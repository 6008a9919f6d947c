import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { readOpened } from '@/lib/auth/actor'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import type { LocalDate } from '@/lib/time/local-date'
import { chooseFeature } from './choose-feature'
import { companyHasFeature } from './company-has-feature'
import { liftOverride } from './lift-override'
import { listFeatures } from './list-features'
import { listOverrides } from './list-overrides'
import { type Override, overrideFeature } from './override-feature'
import { refuseFeature } from './refuse-feature'
import { type FeatureId, featureIds, registry } from './registry'

testDatabase()
const today = new Date().toISOString().slice(0, 10) as LocalDate

async function company(plan: 'basic-1' | 'pro-1' | 'enterprise-1') {
  const tenant = await makeTenant({ kind: 'rentals' })
  const { id: tenantId } = tenant
  await asPlatform(tx =>
    tx.platformSubscription.updateMany({ where: { tenantId }, data: { planVersionId: plan } }),
  )
  const { actor, context } = await makeUser(tenant)
  const account = async () =>
    readOpened(tenantId, await inTenant(context, async (_, answer) => answer)).account
  const choose = (feature: FeatureId, on: boolean) =>
    runInTenant(context, tx => chooseFeature(tx, actor, { feature, on }))
  return { tenantId, actor, context, account, choose }
}

async function override(tenantId: TenantId, more: Partial<Override>) {
  const admin = await makeAdmin()
  const input: Override = {
    tenantId,
    feature: 'api',
    effect: 'deny',
    reason: 'Too many calls',
    untilOn: null,
    ...more,
  }
  return asPlatform(tx => overrideFeature(tx, admin, input, today))
}

it('says what the database says can be switched', async () => {
  const rows = await asPlatform(tx => tx.platformFeature.findMany())
  const known = Object.fromEntries(rows.map(({ id, needs, onByDefault }) => [id, { needs, on: onByDefault }]))
  expect(known).toEqual(
    Object.fromEntries(featureIds.map(id => [id, { needs: registry[id].needs, on: registry[id].on }])),
  )
})

describe('what a company has', () => {
  it('is what its plan includes, and that is switched on', async () => {
    const basic = await company('basic-1')
    expect((await basic.account()).features).toEqual(['basic-reporting', 'core', 'sms-notifications'])
    const pro = await company('pro-1')
    expect((await pro.account()).features).toEqual(
      expect.arrayContaining(['api', 'advanced-reporting', 'integrations']),
    )
    expect((await pro.account()).features).not.toContain('hostaway-integration')
    expect((await pro.account()).available).toContain('hostaway-integration')
    expect((await pro.account()).available).not.toContain('custom-domain')
  })

  it('follows its own switches, each recorded with before and after', async () => {
    const { account, choose, context } = await company('pro-1')
    expect(await choose('hostaway-integration', true)).toMatchObject({ ok: true })
    expect(await choose('api', false)).toMatchObject({ ok: true })
    expect(await choose('api', false)).toMatchObject({ ok: true })
    expect((await account()).features).toContain('hostaway-integration')
    expect(refuseFeature(await account(), 'api')).toMatchObject({ reason: 'switched_off' })
    expect(refuseFeature(await account(), 'hostaway-integration')).toBeNull()
    expect(await choose('api', true)).toMatchObject({ ok: true })
    const entries = await inTenant(context, tx =>
      tx.auditEntry.findMany({ where: { action: 'features:chosen' }, orderBy: { id: 'asc' } }),
    )
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      [{ 'hostaway-integration': false }, { 'hostaway-integration': true }],
      [{ api: true }, { api: false }],
      [{ api: false }, { api: true }],
    ])
  })

  it('is switched once, and recorded once, by all who do so at the same time', async () => {
    const { choose, context } = await company('pro-1')
    await Promise.all(Array.from({ length: 12 }, () => choose('hostaway-integration', true)))
    expect(await inTenant(context, tx => tx.auditEntry.count({ where: { action: 'features:chosen' } }))).toBe(
      1,
    )
  })

  it('is never more than its plan for having been switched on', async () => {
    const { account, choose } = await company('basic-1')
    expect(await choose('custom-domain', true)).toMatchObject({ ok: false, reason: 'not_in_plan' })
    expect(refuseFeature(await account(), 'custom-domain')).toMatchObject({ reason: 'not_in_plan' })
  })

  it('is nobody else’s', async () => {
    const [one, other] = [await company('pro-1'), await company('pro-1')]
    await one.choose('api', false)
    await override(one.tenantId, { feature: 'custom-domain', effect: 'grant' })
    expect((await other.account()).features).toContain('api')
    expect((await other.account()).available).not.toContain('custom-domain')
  })

  it('is switched by nobody without the right to', async () => {
    const { tenantId, account } = await company('pro-1')
    const { actor, context } = await makeUser({ id: tenantId, slug: '' }, { role: 'manager' })
    await runInTenant(context, tx => chooseFeature(tx, actor, { feature: 'api', on: false })).catch(
      () => undefined,
    )
    expect((await account()).features).toContain('api')
  })

  it('is known to the system’s own work', async () => {
    const { tenantId, choose } = await company('basic-1')
    const has = () => inTenant({ tenantId, system: 'test' }, tx => companyHasFeature(tx, 'sms-notifications'))
    expect(await has()).toBe(true)
    await choose('sms-notifications', false)
    expect(await has()).toBe(false)
  })
})

describe('what an admin decides', () => {
  it('beats the plan, both ways, and is told with the reason', async () => {
    const { tenantId, context, account } = await company('pro-1')
    expect(await override(tenantId, {})).toMatchObject({ ok: true })
    expect(
      await override(tenantId, { feature: 'custom-domain', effect: 'grant', reason: 'Trying it' }),
    ).toMatchObject({ ok: true })
    expect(refuseFeature(await account(), 'api')).toMatchObject({ reason: 'not_in_plan' })
    expect((await account()).features).toContain('custom-domain')
    const states = await inTenant(context, listFeatures)
    expect(states.find(state => state.feature === 'api')).toMatchObject({
      inPlan: true,
      available: false,
      override: { effect: 'deny', reason: 'Too many calls', untilOn: null },
    })
  })

  it('replaces what was decided before, and ends when it is lifted', async () => {
    const { tenantId, account } = await company('pro-1')
    await override(tenantId, {})
    await override(tenantId, { effect: 'grant', reason: 'Made up for' })
    const admin = await makeAdmin()
    const [api] = (await asPlatform(tx => listOverrides(tx, tenantId))).filter(each => each.feature === 'api')
    expect(api).toMatchObject({ override: { effect: 'grant', reason: 'Made up for' } })
    const lift = () => asPlatform(tx => liftOverride(tx, admin, { tenantId, feature: 'api' }))
    expect(await lift()).toMatchObject({ ok: true })
    expect(await lift()).toMatchObject({ ok: false, reason: 'not_found' })
    expect((await account()).features).toContain('api')
    const done = await asPlatform(tx =>
      tx.platformAuditEntry.findMany({ where: { tenantId }, orderBy: { id: 'asc' } }),
    )
    expect(done.map(entry => entry.action)).toEqual([
      'feature:denied',
      'feature:override-lifted',
      'feature:granted',
      'feature:override-lifted',
    ])
    expect(done[1]?.detail).toEqual({ feature: 'api', effect: 'deny', reason: 'Too many calls', until: null })
  })

  it('holds until its day and not on it', async () => {
    const { tenantId, account } = await company('pro-1')
    expect(await override(tenantId, { untilOn: today })).toMatchObject({ ok: false, reason: 'invalid' })
    expect(await override(tenantId, { untilOn: '2999-01-01' })).toMatchObject({ ok: true })
    expect((await account()).features).not.toContain('api')
    await asPlatform(tx =>
      tx.platformFeatureOverride.updateMany({ where: { tenantId }, data: { liftedAt: new Date() } }),
    )
    await asPlatform(tx =>
      tx.platformFeatureOverride.createMany({
        data: [{ tenantId, feature: 'api', effect: 'deny', reason: 'Until today', untilOn: new Date(today) }],
      }),
    )
    expect((await account()).features).toContain('api')
  })
})
