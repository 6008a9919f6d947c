import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { changePlan } from '@/lib/subscriptions/change-plan'
import { endAccount } from '@/lib/subscriptions/end-account'
import { expectedBill } from '@/lib/subscriptions/expected-bill'
import { afterStep, type PlanStep } from '@/lib/subscriptions/plan-change'
import { takeCoupon } from '@/lib/subscriptions/take-coupon'
import { makeAdmin } from '@/lib/testing/make-admin'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer, use } from './fixtures/billed-world'
import { previewAtStripe } from './preview-at-stripe'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const nobody = { users: 0, properties: 0, bookings: 0 }
const days = (from: string, until: string) => eachDay(from as LocalDate, until as LocalDate)

async function payer(plans: string[]): Promise<MadeTenant> {
  const tenant = await makeCustomer(world, { on: '2026-01-05', trialEndsOn: '2026-02-05', plans })
  await addCard(world, tenant)
  await world.moveTo('2026-03-01T03:00:00Z')
  return tenant
}

function change(tenant: MadeTenant, kind: PlanStep['kind'], versionId: string | null, usage = nobody) {
  const context = { tenantId: tenant.id, system: 'test' }
  return inTenant(context, tx =>
    changePlan(tx, systemActor(context), { kind, versionId }, { usage, now: world.now }),
  )
}

const invoicesOf = (tenant: MadeTenant) =>
  asPlatform(tx =>
    tx.platformInvoice.findMany({
      where: { tenantId: tenant.id, totalMinor: { not: 0 } },
      orderBy: { issuedAt: 'asc' },
    }),
  )

/** Previews a change, does it, and says what both came to on the next bill. */
async function previewAndDo(tenant: MadeTenant, kind: PlanStep['kind'], to: string | null) {
  const before = await billingOf(tenant)
  const versions = await asPlatform(tx => tx.platformPlanVersion.findMany({ select: { id: true } }))
  expect(to === null || versions.some(({ id }) => id === to)).toBe(true)
  const done = await change(tenant, kind, to)
  if (!done.ok) throw new Error(done.message)
  const on = world.now.toISOString().slice(0, 10) as LocalDate
  const after = afterStep(before, done.value, on)
  const ours =
    expectedBill(after, [], world.now).changesMinor - expectedBill(before, [], world.now).changesMinor
  const theirs = await previewAtStripe(before, after, ours, world.now)
  await world.settle(tenant)
  return { ours, theirs: theirs?.changeMinor, next: theirs?.nextMinor }
}

describe('a change of plan', () => {
  it('upwards costs what its preview said, to the cent, by our reckoning and by Stripe’s', async () => {
    const tenant = await payer(['basic-1'])
    await world.moveTo('2026-03-12T15:30:00Z')
    const preview = await previewAndDo(tenant, 'tier', 'enterprise-1')
    // 20 of March's 31 days: 499.00 × 20/31 − 49.00 × 20/31
    expect(preview).toEqual({ ours: 32_194n - 3_161n, theirs: 32_194n - 3_161n, next: 49_900n + 29_033n })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T03:00:00Z')
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ status: 'paid', totalMinor: preview.next })
  })

  it('downwards gives back, and is refused when the plan is too small', async () => {
    const tenant = await payer(['pro-1'])
    await world.moveTo('2026-03-20T08:00:00Z')
    const refused = await change(tenant, 'tier', 'basic-1', { ...nobody, users: 9 })
    expect(refused).toMatchObject({ ok: false, reason: 'plan_too_small' })
    expect(refused.ok || refused.message).toMatch(/9 users; Basic includes 5. Suspend 4/)
    const preview = await previewAndDo(tenant, 'tier', 'basic-1')
    // From the next day on: 11 of March's 31 days, 149.00 × 11/31 − 49.00 × 11/31
    expect(preview.ours).toBe(1_739n - 5_287n)
    expect(preview.theirs).toBe(preview.ours)
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
  })

  it('there and back on one day leaves nothing on the bill', async () => {
    const tenant = await payer(['pro-1'])
    await world.moveTo('2026-03-20T08:00:00Z')
    await previewAndDo(tenant, 'tier', 'basic-1')
    await previewAndDo(tenant, 'tier', 'pro-1')
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T03:00:00Z')
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ totalMinor: 14_900n })
  })

  it('adds the plan per homeowner within a month and gives it up again, charging what was used between', async () => {
    const tenant = await payer(['pro-1'])
    await world.moveTo('2026-03-11T10:00:00Z')
    const added = await previewAndDo(tenant, 'per-homeowner', 'per-homeowner-1')
    expect(added.theirs).toBe(added.ours)
    await world.moveTo('2026-03-21T10:00:00Z')
    await use(world, tenant, days('2026-03-01', '2026-03-21'), { homeowners: 62, texts: 10 })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    const left = await previewAndDo(tenant, 'per-homeowner', null)
    expect(left.theirs).toBe(left.ours)
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T03:00:00Z')
    // Base price of eleven days of 31, homeowners of ten, and ten days' texts: 17.74 + 50.00 + 1.00
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ totalMinor: 14_900n + 1_774n + 5_000n + 100n })
    await world.settle(tenant)
    const { subscriptionId } = await billingOf(tenant)
    const known = await world.stripe.subscriptions.retrieve(subscriptionId ?? '')
    expect(known.items.data).toHaveLength(1)
  })

  it('needs a plan to be left', async () => {
    const tenant = await payer(['pro-1'])
    expect(await change(tenant, 'tier', null)).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect(await change(tenant, 'tier', 'pro-1')).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect(await change(tenant, 'tier', 'gold-1')).toMatchObject({ ok: false, reason: 'not_found' })
  })
})

describe('the end of an account', () => {
  it('comes with the month, after the last use is billed, unless it is taken back', async () => {
    const [going, staying] = [await payer(['per-homeowner-1']), await payer(['pro-1'])]
    const end = (tenant: MadeTenant, goesOn: boolean) => {
      const context = { tenantId: tenant.id, system: 'test' }
      return inTenant(context, tx => endAccount(tx, systemActor(context), goesOn, world.now))
    }
    for (const tenant of [going, staying]) {
      expect(await end(tenant, false)).toMatchObject({ ok: true })
      await world.settle(tenant)
    }
    expect(await end(staying, true)).toMatchObject({ ok: true, value: { cancelsAt: null } })
    await world.settle(staying)
    await use(world, going, days('2026-03-01', '2026-03-02'), { emails: 5000 })
    await world.moveTo('2026-04-01T03:00:00Z')
    expect(await billingOf(going)).toMatchObject({ state: 'cancelled', subscriptionStatus: 'canceled' })
    expect((await invoicesOf(going)).at(-1)).toMatchObject({ totalMinor: 500n })
    expect(await billingOf(staying)).toMatchObject({ state: 'active', subscriptionStatus: 'active' })
  })
})

describe('what lowers a bill', () => {
  it('is a code for its months and a credit once, and both agree with Stripe', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['pro-1'],
    })
    await asPlatform(tx =>
      tx.platformCoupon.createMany({
        data: [{ code: 'SPRING-25', description: 'Spring', percentBasisPoints: 2_500, months: 2 }],
      }),
    )
    const context = { tenantId: tenant.id, system: 'test' }
    const take = () =>
      inTenant(context, tx => takeCoupon(tx, systemActor(context), { code: 'SPRING-25' }, '192.0.2.1'))
    expect(await take()).toMatchObject({ ok: true })
    expect(await take()).toMatchObject({ ok: false, reason: 'bad_coupon' })
    await addCard(world, tenant)
    const { adminId } = await makeAdmin()
    await asPlatform(tx =>
      tx.platformCredit.createMany({
        data: [
          { tenantId: tenant.id, amountMinor: 2_000n, currency: 'USD', reason: 'Sorry', givenBy: adminId },
        ],
      }),
    )
    await world.settle(tenant)
    await world.settle(tenant)
    expect(await billingOf(tenant)).toMatchObject({ balanceMinor: -2_000n })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await world.moveTo('2026-02-05T03:00:00Z')
    // 24 of 28 days, a quarter off, 20.00 from credit
    expect(await invoicesOf(tenant)).toMatchObject([
      { totalMinor: 9_578n, dueMinor: 7_578n, discountMinor: 3_193n },
    ])
  })
})

describe('a trial', () => {
  it('that is extended still ends in whole months', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['pro-1'],
    })
    await addCard(world, tenant)
    await asPlatform(tx =>
      tx.platformAccount.update({
        where: { tenantId: tenant.id },
        data: { trialEndsAt: new Date('2026-02-19') },
      }),
    )
    await world.settle(tenant)
    await world.moveTo('2026-03-01T03:00:00Z')
    expect((await invoicesOf(tenant)).map(({ totalMinor }) => totalMinor)).toEqual([5_321n, 14_900n])
  })
})

describe('work that is cut off', () => {
  it('makes one customer and one subscription however often an answer is lost', async () => {
    for (const path of ['/v1/customers', '/v1/subscriptions'])
      await world.control.fail({ status: 500, method: 'POST', path, times: 3, when: 'after' })
    await expect(
      makeCustomer(world, { on: '2026-01-05', trialEndsOn: '2026-02-05', plans: ['pro-1'] }),
    ).rejects.toThrow()
    const [{ tenantId } = { tenantId: '' }] = await asPlatform(tx =>
      tx.platformAccount.findMany({ orderBy: { createdAt: 'desc' }, take: 1 }),
    )
    const tenant = { id: tenantId as MadeTenant['id'], slug: '' }
    for (let tries = 0; tries < 4; tries += 1) await world.settle(tenant).catch(() => undefined)
    await world.settle(tenant)
    const customers = (await world.stripe.customers.list({ limit: 100 })).data
    const own = customers.filter(({ metadata }) => metadata.tenantId === tenantId)
    expect(own).toHaveLength(1)
    const { data } = await world.stripe.subscriptions.list({ customer: own[0]?.id ?? '', status: 'all' })
    expect(data).toHaveLength(1)
    expect(await billingOf(tenant)).toMatchObject({ subscriptionId: data[0]?.id })
  })

  it('counts use once when the worker dies between sending and noting it', async () => {
    const tenant = await payer(['per-homeowner-1'])
    await world.moveTo('2026-03-10T10:00:00Z')
    await use(world, tenant, days('2026-03-01', '2026-03-10'), { homeowners: 100, emails: 300 })
    await asPlatform(
      tx =>
        tx.$executeRaw`update platform.meter_events set sent_at = null where tenant_id = ${tenant.id}::uuid`,
    )
    await use(world, tenant, [], {})
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    const waiting = await asPlatform(tx =>
      tx.platformMeterEvent.count({ where: { tenantId: tenant.id, sentAt: null } }),
    )
    expect(waiting).toBe(0)
  })

  it('reports a level that fell and a day that was corrected', async () => {
    const tenant = await payer(['per-homeowner-1'])
    await world.moveTo('2026-03-10T10:00:00Z')
    await use(world, tenant, days('2026-03-01', '2026-03-11'), { homeowners: 100, emails: 300 })
    await use(world, tenant, days('2026-03-03', '2026-03-04'), { homeowners: 40, emails: 0 })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
  })
})
