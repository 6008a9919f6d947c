import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer, use } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const days = (from: string, until: string) => eachDay(from as LocalDate, until as LocalDate)

async function debtor(trialEndsOn: string, plan: string): Promise<MadeTenant> {
  const tenant = await makeCustomer(world, { on: '2026-01-05', trialEndsOn, plans: [plan] })
  await addCard(world, tenant, 'pm_card_chargeCustomerFail')
  await world.moveTo(`${trialEndsOn}T02:00:00Z`)
  expect(await billingOf(tenant)).toMatchObject({ state: 'past_due' })
  return tenant
}

const totals = ({ id: tenantId }: MadeTenant) =>
  asPlatform(async tx =>
    (
      await tx.platformInvoice.findMany({
        where: { tenantId, totalMinor: { not: 0 } },
        orderBy: { number: { sort: 'asc', nulls: 'last' } },
      })
    ).map(({ status, totalMinor }) => [status, totalMinor]),
  )

describe('a company that is suspended because it did not pay', () => {
  it('is charged for no further month, owes what it used, and begins anew the day after it paid', async () => {
    const tenant = await debtor('2026-02-05', 'per-homeowner-1')
    await world.moveTo('2026-02-25T12:00:00Z')
    await use(world, tenant, days('2026-02-05', '2026-02-26'), { homeowners: 28 })
    await world.moveTo('2026-02-26T12:00:00Z')
    const waiting = await asPlatform(
      tx => tx.$queryRaw<{ name: string }[]>`
        select name from jobs.job where data ->> 'tenantId' = ${tenant.id} and name = 'sync-billing' and state = 'created'`,
    )
    expect(waiting).toHaveLength(1)
    await world.settle(tenant)
    expect(await billingOf(tenant)).toMatchObject({ state: 'suspended', subscriptionStatus: 'canceled' })
    // 24 of February's 28 days of the base price; 28 homeowners on 21 of its days.
    const owed = [
      ['open', 4_286n],
      ['open', 5_250n],
    ]
    expect(await totals(tenant)).toEqual(owed)
    await world.moveTo('2026-03-10T12:00:00Z')
    expect(await totals(tenant)).toEqual(owed)
    await addCard(world, tenant)
    expect(await totals(tenant)).toEqual(owed.map(([, total]) => ['paid', total]))
    await world.settle(tenant)
    const { state, resumedOn } = await billingOf(tenant)
    expect([state, resumedOn]).toEqual(['active', '2026-03-11'])
    await world.moveTo('2026-03-12T02:00:00Z')
    await use(world, tenant, days('2026-03-01', '2026-03-12'), { homeowners: 31 })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T00:10:00Z')
    await use(world, tenant, days('2026-03-12', '2026-04-01'), { homeowners: 31 })
    await world.moveTo('2026-04-01T03:00:00Z')
    // 21 of March's 31 days of the base price, then April's and 31 homeowners on those days.
    expect((await totals(tenant)).slice(2)).toEqual([
      ['paid', 3_387n],
      ['paid', 5_000n + 5_250n],
    ])
  })

  it('is charged the month in which nobody tried any more, once it has paid what it owed', async () => {
    const tenant = await debtor('2026-03-15', 'pro-1')
    await world.moveTo('2026-04-02T12:00:00Z')
    await world.settle(tenant)
    expect(await billingOf(tenant)).toMatchObject({ state: 'read_only', subscriptionStatus: 'unpaid' })
    expect((await totals(tenant)).map(([status]) => status)).toEqual(['open', 'draft'])
    await addCard(world, tenant)
    await world.settle(tenant)
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', subscriptionStatus: 'active' })
    expect((await totals(tenant)).map(([status]) => status)).toEqual(['paid', 'paid'])
    await world.moveTo('2026-05-01T03:00:00Z')
    expect((await totals(tenant)).at(-1)).toEqual(['paid', 14_900n])
  })

  it('gets a new subscription when nothing is left by which the old one could go on', async () => {
    const tenant = await debtor('2026-03-10', 'pro-1')
    await world.moveTo('2026-03-29T12:00:00Z')
    await world.settle(tenant)
    const before = await billingOf(tenant)
    expect(before).toMatchObject({ state: 'read_only', subscriptionStatus: 'unpaid' })
    const [open] = (await world.stripe.invoices.list({ customer: before.customerId ?? '', status: 'open' }))
      .data
    await world.stripe.invoices.voidInvoice(open?.id ?? '')
    await world.control.flush()
    await world.settle(tenant)
    const after = await billingOf(tenant)
    expect(after).toMatchObject({ state: 'active', subscriptionStatus: 'trialing', resumedOn: '2026-03-30' })
    expect(after.subscriptionId).not.toBe(before.subscriptionId)
  })
})
