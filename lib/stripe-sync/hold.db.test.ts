import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { reactivateTenant } from '@/lib/directory/reactivate-tenant'
import { suspendTenant } from '@/lib/directory/suspend-tenant'
import { endAccount } from '@/lib/subscriptions/end-account'
import { makeAdmin } from '@/lib/testing/make-admin'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer, use } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const days = (from: string, until: string) => eachDay(from as LocalDate, until as LocalDate)

/** A company that has paid for February and March. */
async function payer(plans = ['per-homeowner-1'], card = 'pm_card_visa'): Promise<MadeTenant> {
  const tenant = await makeCustomer(world, { on: '2026-01-05', trialEndsOn: '2026-02-01', plans })
  await addCard(world, tenant, card)
  await world.moveTo('2026-03-01T03:00:00Z')
  return tenant
}

async function hold({ id: tenantId }: MadeTenant, at: string): Promise<void> {
  await world.moveTo(at)
  const admin = await makeAdmin()
  const done = await asPlatform(tx =>
    suspendTenant(tx, admin, { tenantId, reason: 'Asked for papers' }, world.now),
  )
  expect(done.ok).toBe(true)
}

async function release(tenant: MadeTenant, at: string): Promise<void> {
  await world.moveTo(at)
  const admin = await makeAdmin()
  const done = await asPlatform(tx => reactivateTenant(tx, admin, { tenantId: tenant.id }, world.now))
  expect(done.ok).toBe(true)
  await world.settle(tenant)
}

const invoicesOf = ({ id: tenantId }: MadeTenant) =>
  asPlatform(tx =>
    tx.platformInvoice.findMany({
      where: { tenantId, totalMinor: { not: 0 } },
      orderBy: { periodEndsAt: 'asc' },
      select: { status: true, totalMinor: true, paidMinor: true, attempts: true, stripeInvoiceId: true },
    }),
  )
const statuses = async (tenant: MadeTenant) => (await invoicesOf(tenant)).map(({ status }) => status)
const paused = async (tenant: MadeTenant) => {
  const { subscriptionId } = await billingOf(tenant)
  return (await world.stripe.subscriptions.retrieve(subscriptionId ?? '')).pause_collection
}
const compare = (tenant: MadeTenant) => compareBill({ tenantId: tenant.id }, world.now)

describe('a hold', () => {
  it('within a month frees its days of what is used on them, and no bill is missed', async () => {
    const tenant = await payer()
    await use(world, tenant, days('2026-03-01', '2026-03-10'), { homeowners: 62 })
    await hold(tenant, '2026-03-10T12:00:00Z')
    await world.settle(tenant)
    expect(await paused(tenant)).toEqual({ behavior: 'void', resumes_at: null })
    expect(await compare(tenant)).toBeNull()
    await use(world, tenant, days('2026-03-10', '2026-03-20'), { homeowners: 62, emails: 900 })
    await release(tenant, '2026-03-20T09:00:00Z')
    expect(await paused(tenant)).toBeNull()
    await use(world, tenant, days('2026-03-20', '2026-03-21'), { homeowners: 62 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T00:10:00Z')
    await use(world, tenant, days('2026-03-21', '2026-04-01'), { homeowners: 62 })
    await world.moveTo('2026-04-01T03:00:00Z')
    // 62 homeowners on 21 of 31 days at 2.50: 105.00
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ status: 'paid', totalMinor: 5_000n + 10_500n })
  })

  it('over a month’s end voids that bill, and the next one comes as ever', async () => {
    const tenant = await payer()
    const { adminId } = await makeAdmin()
    await asPlatform(tx =>
      tx.platformCredit.createMany({
        data: [
          { tenantId: tenant.id, amountMinor: 700n, currency: 'USD', reason: 'Sorry', givenBy: adminId },
        ],
      }),
    )
    await use(world, tenant, days('2026-03-01', '2026-03-21'), { homeowners: 62 })
    await hold(tenant, '2026-03-20T08:00:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-01T03:00:00Z')
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ status: 'void', paidMinor: 0n, attempts: 0 })
    expect(await billingOf(tenant)).toMatchObject({
      state: 'suspended',
      overdueSince: null,
      balanceMinor: -700n,
    })
    await release(tenant, '2026-04-16T10:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', subscriptionStatus: 'active' })
    await use(world, tenant, days('2026-04-01', '2026-04-17'), { homeowners: 60, texts: 10 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T03:00:00Z')
    // May's base price, one of April's 30 days of 60 homeowners, ten texts, less the credit that the hold left alone.
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({
      status: 'paid',
      totalMinor: 5_000n + 500n + 10n,
    })
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'void', 'paid'])
    expect(await billingOf(tenant)).toMatchObject({ balanceMinor: 0n })
  })

  it('twice in a month frees the days of both', async () => {
    const tenant = await payer()
    for (const [from, until] of [
      ['2026-03-05T10:00:00Z', '2026-03-08T10:00:00Z'],
      ['2026-03-08T20:00:00Z', '2026-03-12T01:00:00Z'],
    ] as const) {
      await hold(tenant, from)
      await world.settle(tenant)
      await release(tenant, until)
    }
    await world.moveTo('2026-04-01T00:10:00Z')
    await use(world, tenant, days('2026-03-01', '2026-04-01'), { homeowners: 31 })
    await world.moveTo('2026-04-01T03:00:00Z')
    // Seven days of 31 are free: 24 × 2.50
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ totalMinor: 5_000n + 6_000n })
  })

  it('of a company that owes stops its attempts, and they go on when it ends', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-01',
      plans: ['pro-1'],
    })
    await addCard(world, tenant, 'pm_card_chargeCustomerFail')
    await world.moveTo('2026-02-02T02:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'past_due' })
    await hold(tenant, '2026-02-03T00:00:00Z')
    await world.settle(tenant)
    const [owed] = await invoicesOf(tenant)
    await world.moveTo('2026-03-15T00:00:00Z')
    await world.settle(tenant)
    expect(await invoicesOf(tenant)).toMatchObject([
      { ...owed, status: 'open' },
      { status: 'void', attempts: 0 },
    ])
    await release(tenant, '2026-03-16T00:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'past_due' })
    await addCard(world, tenant)
    expect(await statuses(tenant)).toEqual(['paid', 'void'])
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', overdueSince: null })
    await world.moveTo('2026-04-01T03:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'void', 'paid'])
  })

  it('of a company that leaves meanwhile ends without a bill', async () => {
    const tenant = await payer()
    const context = { tenantId: tenant.id, system: 'test' }
    await inTenant(context, tx => endAccount(tx, systemActor(context), false, world.now))
    await world.settle(tenant)
    await use(world, tenant, days('2026-03-01', '2026-03-02'), { emails: 5_000 })
    await hold(tenant, '2026-03-20T00:00:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-01T03:00:00Z')
    await world.settle(tenant)
    expect(await billingOf(tenant)).toMatchObject({ state: 'cancelled', subscriptionStatus: 'canceled' })
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'void'])
  })

  it('in which a trial ends charges nothing for what was left of the month', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-02-20',
      trialEndsOn: '2026-03-10',
      plans: ['pro-1'],
    })
    await addCard(world, tenant)
    await hold(tenant, '2026-03-05T00:00:00Z')
    await world.settle(tenant)
    await release(tenant, '2026-03-15T00:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'active' })
    expect(await statuses(tenant)).toEqual(['void'])
    expect(await compare(tenant)).toEqual({ agrees: true })
    await changePlan(tenant, 'basic-1', '2026-03-15')
    await world.settle(tenant)
    // Nothing was paid for March, so nothing of it is given back.
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T03:00:00Z')
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ status: 'paid', totalMinor: 4_900n })
  })
})

const changePlan = (tenant: MadeTenant, plan: string, on: string) =>
  asPlatform(
    tx => tx.$executeRaw`select platform.change_plan(${tenant.id}::uuid, 'tier', ${plan}, ${on}::date)`,
  )

describe('a hold that Stripe is told of late', () => {
  it('voids the bill that was made before, as long as it is not paid', async () => {
    const tenant = await payer(['pro-1'])
    await hold(tenant, '2026-03-31T23:50:00Z')
    await world.moveTo('2026-04-01T00:20:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-02T00:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'void'])
  })

  it('lets a bill of just before the hold rest until it ends', async () => {
    const tenant = await payer(['pro-1'])
    await hold(tenant, '2026-04-01T00:20:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-05T00:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'draft'])
    await release(tenant, '2026-04-05T01:00:00Z')
    await world.moveTo('2026-04-05T03:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'paid', 'paid'])
  })

  it('tells admins once of what was charged', async () => {
    const tenant = await payer(['pro-1'])
    await hold(tenant, '2026-03-31T20:00:00Z')
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
      const tenant = await payer(['pro-1'], 'pm_card_visa')
      await hold(tenant, '2026-03-31T23:50:00Z')
      await world.moveTo('2026-04-01T00:20:00Z')
      await world.control.fail({ status: 500, method: 'POST', path, times: 3, when })
      await expect(world.settle(tenant)).rejects.toThrow()
      await world.settle(tenant)
      expect(await paused(tenant)).not.toBeNull()
      await world.control.fail({ status: 500, method: 'POST', path: '/v1/subscriptions/', times: 3, when })
      await expect(release(tenant, '2026-04-10T00:00:00Z')).rejects.toThrow()
      await world.settle(tenant)
      expect(await paused(tenant)).toBeNull()
      await world.moveTo('2026-05-01T03:00:00Z')
      expect(await statuses(tenant)).toEqual(['paid', 'paid', 'void', 'paid'])
    }
  })
})
