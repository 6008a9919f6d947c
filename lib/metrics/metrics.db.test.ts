import { beforeEach, describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { dunningList } from '@/lib/invoices/dunning-list'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { addDays, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { companiesBehind } from './companies-behind'
import { readMetrics } from './read-metrics'
import { rollUpMetrics } from './roll-up-metrics'

testDatabase()

const first = '2026-03-01' as LocalDate
const at = (day: LocalDate) => new Date(toDbDate(day).getTime() + 43_200_000)

/** A company with a plan from a day on, and what became of its account by day. */
async function company(plan: string, from: LocalDate, states: [LocalDate, string][], homeowners = 0n) {
  const { id: tenantId } = await makeTenant()
  await asPlatform(async tx => {
    await tx.platformSubscription.updateMany({
      where: { tenantId },
      data: {
        planVersionId: plan,
        kind: plan.startsWith('per') ? 'per-homeowner' : 'tier',
        startsOn: toDbDate(from),
      },
    })
    let before = 'trialing'
    for (const [day, state] of states) {
      await tx.platformStateChange.createMany({
        data: [
          {
            ...{ tenantId, at: at(day), fromState: before, toState: state },
            event: state === 'suspended' ? 'admin_suspended' : 'test',
          },
        ],
      })
      before = state
    }
    for (let n = 0; n < 60; n++)
      await tx.platformUsageDay.createMany({
        data: [{ tenantId, meter: 'homeowners', onDay: toDbDate(addDays(first, n)), quantity: homeowners }],
      })
  })
  return tenantId
}

const on = async (day: LocalDate) =>
  Object.fromEntries(
    (await asPlatform(tx => readMetrics(tx, day, addDays(day, 1)))).map(({ metric, value }) => [
      metric,
      value,
    ]),
  )

describe('the figures of a day', () => {
  beforeEach(async () => {
    await asPlatform(tx => tx.platformTenant.deleteMany({}))
  })

  it('are the plans of who pays, with what homeowners cost', async () => {
    await company('pro-1', first, [[first, 'active']])
    await company('per-homeowner-1', first, [[first, 'past_due']], 137n)
    await company('basic-1', first, [[first, 'read_only']])
    await rollUpMetrics(first, 1)
    expect(await on(first)).toMatchObject({ mrr: 14_900n + 5_000n + 34_250n, paying: 2n })
  })

  it('round what homeowners cost to a cent, half up', async () => {
    await asPlatform(async tx => {
      await tx.$executeRaw`
        insert into platform.plan_versions (id, plan, kind, version, name, currency, base_minor, features, effective_on)
        values ('per-homeowner-2', 'per-homeowner', 'per-homeowner', 2, 'Per homeowner', 'USD', 100, '{core}', '2199-01-01')`
      await tx.$executeRaw`
        insert into platform.plan_prices (plan_version_id, meter, unit_micros, per_units, reckoned)
        values ('per-homeowner-2', 'homeowners', 5000, 1, 'average')`
    })
    // Half a cent each: 1.00 + 1.50 cents and 1.00 + 1 cent
    await company('per-homeowner-2', first, [[first, 'active']], 3n)
    await company('per-homeowner-2', first, [[first, 'active']], 2n)
    await rollUpMetrics(first, 1)
    expect(await on(first)).toMatchObject({ mrr: 102n + 101n })
  })

  it('are in dollars, for no plan and no account is in anything else', async () => {
    const sell = asPlatform(
      tx => tx.$executeRaw`
        insert into platform.plan_versions (id, plan, kind, version, name, currency, base_minor, features, effective_on)
        values ('basic-9', 'basic', 'tier', 9, 'Basic', 'EUR', 4900, '{core}', '2199-01-01')`,
    )
    await expect(sell).rejects.toThrow(/plan_versions_in_dollars/)
    const { id: tenantId } = await makeTenant()
    const bill = asPlatform(tx =>
      tx.platformAccount.update({ where: { tenantId }, data: { currency: 'EUR' } }),
    )
    await expect(bill).rejects.toThrow(/accounts_in_dollars/)
  })

  it('say what stayed of who paid thirty days before', async () => {
    const later = addDays(first, 30)
    await company('pro-1', first, [[first, 'active']])
    await company('basic-1', first, [
      [first, 'active'],
      [addDays(first, 10), 'cancelled'],
    ])
    await company('enterprise-1', first, [[addDays(first, 20), 'active']])
    await rollUpMetrics(later, 31)
    expect(await on(later)).toMatchObject({
      'kept-mrr-before': 14_900n + 4_900n,
      'kept-mrr-now': 14_900n,
      'kept-before': 2n,
      'kept-lost': 1n,
      mrr: 14_900n + 49_900n,
    })
    expect(await on(addDays(first, 10))).toMatchObject({ cancelled: 1n })
    expect(await on(addDays(first, 20))).toMatchObject({ 'trials-converted': 1n, 'trials-ended': 1n })
  })

  it('leave a company on hold out of what is paid, and do not call it lost', async () => {
    const [held, free] = [addDays(first, 10), addDays(first, 45)]
    await company('pro-1', first, [
      [first, 'active'],
      [held, 'suspended'],
      [free, 'active'],
    ])
    await company('basic-1', first, [[first, 'active']])
    await company('enterprise-1', first, [
      [first, 'active'],
      [held, 'suspended'],
      [free, 'cancelled'],
    ])
    await rollUpMetrics(addDays(first, 60), 61)
    expect(await on(held)).toMatchObject({ mrr: 4_900n, paying: 1n })
    expect(await on(addDays(first, 30))).toMatchObject({
      ...{ 'kept-before': 3n, 'kept-lost': 0n },
      ...{ 'kept-mrr-before': 14_900n + 4_900n + 49_900n, 'kept-mrr-now': 4_900n },
    })
    expect(await on(addDays(first, 60))).toMatchObject({
      ...{ 'kept-before': 3n, 'kept-lost': 1n, mrr: 14_900n + 4_900n },
      ...{ 'kept-mrr-before': 4_900n, 'kept-mrr-now': 4_900n },
    })
  })

  it('call overdue what a payment failed of, not what is only slow to be paid', async () => {
    const tenantId = await company('pro-1', first, [[first, 'active']])
    const [next, later] = [addDays(first, 1), addDays(first, 2)]
    const invoice = (name: string, facts: { failedAt?: Date; status?: string; paidAt?: Date }) => ({
      ...{ tenantId, stripeInvoiceId: `in_${name}`, status: 'open', currency: 'USD', attempts: 1 },
      ...{ subtotalMinor: 100n, totalMinor: 100n, dueMinor: 100n, fetchedAt: at(later), issuedAt: at(first) },
      ...{ periodStartsAt: at(first), periodEndsAt: at(first), ...facts },
    })
    await asPlatform(tx =>
      tx.platformInvoice.createMany({
        data: [
          invoice('slow', {}),
          invoice('slow_and_paid', { status: 'paid', paidAt: at(later) }),
          invoice('failed', { failedAt: at(first) }),
          invoice('failed_then_paid', { failedAt: at(first), status: 'paid', paidAt: at(later) }),
        ],
      }),
    )
    await rollUpMetrics(later, 3)
    expect([(await on(next)).overdue, (await on(later)).overdue]).toEqual([200n, 100n])
    const behind = companiesBehind('overdue', { first: next, last: next })
    const { rows } = await asPlatform(tx =>
      runList(tx, behind.list, readListQuery(behind.list, {}), { where: behind.where }),
    )
    expect(rows).toMatchObject([{ id: tenantId, figure: '200' }])
    const waiting = await asPlatform(tx => runList(tx, dunningList, readListQuery(dunningList, {})))
    expect(waiting.rows).toHaveLength(1)
  })

  it('are the same however often they are made', async () => {
    await company('pro-1', first, [[first, 'active']])
    await rollUpMetrics(addDays(first, 5), 6)
    const once = await asPlatform(tx => readMetrics(tx, first, addDays(first, 6)))
    await Promise.allSettled([rollUpMetrics(addDays(first, 5), 6), rollUpMetrics(addDays(first, 3), 2)])
    await rollUpMetrics(addDays(first, 5), 6)
    expect(await asPlatform(tx => readMetrics(tx, first, addDays(first, 6)))).toEqual(once)
  })
})
