import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { endAccount } from '@/lib/subscriptions/end-account'
import { makeAdmin } from '@/lib/testing/make-admin'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer, use } from './fixtures/billed-world'
import { hold, invoicesOf, makePayer, paused, release, statuses } from './fixtures/holds'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const days = (from: string, until: string) => eachDay(from as LocalDate, until as LocalDate)

const compare = (tenant: MadeTenant) => compareBill({ tenantId: tenant.id }, world.now)

describe('a hold', () => {
  it('within a month frees its days of what is used on them, and no bill is missed', async () => {
    const tenant = await makePayer(world, ['per-homeowner-1'])
    await use(world, tenant, days('2026-03-01', '2026-03-10'), { homeowners: 62 })
    await hold(world, tenant, '2026-03-10T12:00:00Z')
    await world.settle(tenant)
    expect(await paused(world, tenant)).toEqual({ behavior: 'void', resumes_at: null })
    expect(await compare(tenant)).toBeNull()
    await use(world, tenant, days('2026-03-10', '2026-03-20'), { homeowners: 62, emails: 900 })
    await release(world, tenant, '2026-03-20T09:00:00Z')
    expect(await paused(world, tenant)).toBeNull()
    await use(world, tenant, days('2026-03-20', '2026-03-21'), { homeowners: 62 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T00:10:00Z')
    await use(world, tenant, days('2026-03-21', '2026-04-01'), { homeowners: 62 })
    await world.moveTo('2026-04-01T03:00:00Z')
    // 62 homeowners on 21 of 31 days at 2.50: 105.00
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ status: 'paid', totalMinor: 5_000n + 10_500n })
  })

  it('over a month’s end voids that bill, and the next one comes as ever', async () => {
    const tenant = await makePayer(world, ['per-homeowner-1'])
    const { adminId } = await makeAdmin()
    await asPlatform(tx =>
      tx.platformCredit.createMany({
        data: [
          { tenantId: tenant.id, amountMinor: 700n, currency: 'USD', reason: 'Sorry', givenBy: adminId },
        ],
      }),
    )
    await use(world, tenant, days('2026-03-01', '2026-03-21'), { homeowners: 62 })
    await hold(world, tenant, '2026-03-20T08:00:00Z')
    await world.settle(tenant)
    await world.moveTo('2026-04-01T03:00:00Z')
    expect((await invoicesOf(tenant)).at(-1)).toMatchObject({ status: 'void', paidMinor: 0n, attempts: 0 })
    expect(await billingOf(tenant)).toMatchObject({
      state: 'suspended',
      overdueSince: null,
      balanceMinor: -700n,
    })
    await release(world, tenant, '2026-04-16T10:00:00Z')
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
    const tenant = await makePayer(world, ['per-homeowner-1'])
    for (const [from, until] of [
      ['2026-03-05T10:00:00Z', '2026-03-08T10:00:00Z'],
      ['2026-03-08T20:00:00Z', '2026-03-12T01:00:00Z'],
    ] as const) {
      await hold(world, tenant, from)
      await world.settle(tenant)
      await release(world, tenant, until)
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
    await hold(world, tenant, '2026-02-03T00:00:00Z')
    await world.settle(tenant)
    const [owed] = await invoicesOf(tenant)
    await world.moveTo('2026-03-15T00:00:00Z')
    await world.settle(tenant)
    expect(await invoicesOf(tenant)).toMatchObject([
      { ...owed, status: 'open' },
      { status: 'void', attempts: 0 },
    ])
    await release(world, tenant, '2026-03-16T00:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'past_due' })
    await addCard(world, tenant)
    expect(await statuses(tenant)).toEqual(['paid', 'void'])
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', overdueSince: null })
    await world.moveTo('2026-04-01T03:00:00Z')
    expect(await statuses(tenant)).toEqual(['paid', 'void', 'paid'])
  })

  it('of a company that leaves meanwhile ends without a bill', async () => {
    const tenant = await makePayer(world, ['per-homeowner-1'])
    const context = { tenantId: tenant.id, system: 'test' }
    await inTenant(context, tx => endAccount(tx, systemActor(context), false, world.now))
    await world.settle(tenant)
    await use(world, tenant, days('2026-03-01', '2026-03-02'), { emails: 5_000 })
    await hold(world, tenant, '2026-03-20T00:00:00Z')
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
    await hold(world, tenant, '2026-03-05T00:00:00Z')
    await world.settle(tenant)
    await release(world, tenant, '2026-03-15T00:00:00Z')
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
