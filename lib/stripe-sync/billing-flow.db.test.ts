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
const invoicesOf = ({ id: tenantId }: MadeTenant) =>
  asPlatform(tx =>
    tx.platformInvoice.findMany({
      where: { tenantId, totalMinor: { not: 0 } },
      orderBy: { periodEndsAt: 'asc' },
      include: { invoiceLines: { orderBy: { position: 'asc' } } },
    }),
  )

describe('a company that pays', () => {
  it('goes from trial by card to paid invoices, which are kept with their lines', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-03-10',
      trialEndsOn: '2026-04-10',
      plans: ['pro-1'],
    })
    expect(await billingOf(tenant)).toMatchObject({ state: 'trialing', subscriptionStatus: 'trialing' })
    await addCard(world, tenant)
    expect(await billingOf(tenant)).toMatchObject({ method: { brand: 'visa', last4: '4242' } })
    await world.moveTo('2026-04-10T02:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', subscriptionStatus: 'active' })
    const [first] = await invoicesOf(tenant)
    // 21 of April's 30 days
    expect(first).toMatchObject({ status: 'paid', totalMinor: 10_430n, paidMinor: 10_430n })
    expect(first?.invoiceLines).toHaveLength(1)
    await world.moveTo('2026-05-01T02:00:00Z')
    const second = (await invoicesOf(tenant)).at(-1)
    expect(second).toMatchObject({ status: 'paid', totalMinor: 14_900n })
    expect(second?.pdfUrl).toMatch(/^http/)
  })

  it('is billed 400.17 for 137 homeowners, 12.5 GB, 4,321 emails and 210 texts', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-01',
      plans: ['per-homeowner-1'],
    })
    await addCard(world, tenant)
    await world.moveTo('2026-03-01T00:10:00Z')
    const february = days('2026-02-01', '2026-03-01')
    await use(world, tenant, february, { homeowners: 137, 'storage-bytes': 12_500_000_000n })
    await use(world, tenant, days('2026-02-14', '2026-02-15'), { emails: 4321, texts: 210 })
    await world.moveTo('2026-03-01T03:00:00Z')
    const bill = (await invoicesOf(tenant)).at(-1)
    expect(bill).toMatchObject({ status: 'paid', totalMinor: 40_017n })
    expect(bill?.invoiceLines.map(line => line.amountMinor).sort()).toEqual(
      [125n, 210n, 34_250n, 432n, 5_000n].sort(),
    )
  })

  it('agrees with Stripe about the next bill on any day', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['basic-1', 'per-homeowner-1'],
    })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toBeNull()
    await addCard(world, tenant)
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await world.moveTo('2026-02-17T11:00:00Z')
    await use(world, tenant, days('2026-02-01', '2026-02-17'), { homeowners: 131, emails: 77, texts: 5 })
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
    await asPlatform(
      tx =>
        tx.$executeRaw`select platform.change_plan(${tenant.id}::uuid, 'tier', 'enterprise-1', '2026-02-17')`,
    )
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: false })
    await world.settle(tenant)
    expect(await compareBill({ tenantId: tenant.id }, world.now)).toEqual({ agrees: true })
  })
})

describe('a company whose card is declined', () => {
  it('falls overdue and read-only, and recovers by another card', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['basic-1'],
    })
    await addCard(world, tenant, 'pm_card_chargeCustomerFail')
    await world.moveTo('2026-02-05T02:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'past_due', subscriptionStatus: 'past_due' })
    await world.moveTo('2026-02-13T02:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'read_only' })
    await addCard(world, tenant)
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', overdueSince: null })
    expect(await invoicesOf(tenant)).toMatchObject([{ status: 'paid' }])
  })

  it('owes nothing when its trial ends without any card, and goes on when it adds one', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['basic-1'],
    })
    await world.moveTo('2026-02-05T02:00:00Z')
    expect(await billingOf(tenant)).toMatchObject({ state: 'read_only', subscriptionStatus: 'canceled' })
    await world.moveTo('2026-02-20T02:00:00Z')
    await addCard(world, tenant)
    expect(await billingOf(tenant)).toMatchObject({ state: 'active', subscriptionStatus: 'trialing' })
    await world.moveTo('2026-02-21T02:00:00Z')
    // From the next midnight on: 8 of February's 28 days.
    expect(await invoicesOf(tenant)).toMatchObject([{ status: 'paid', totalMinor: 1_400n }])
  })
})
