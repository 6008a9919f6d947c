import { describe, expect, it } from 'vitest'
import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { asPlatform } from '@/lib/db/as-platform'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, makeCustomer, use } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const days = (from: string, until: string) => eachDay(from as LocalDate, until as LocalDate)

async function payer(): Promise<MadeTenant> {
  const plans = ['per-homeowner-1']
  const tenant = await makeCustomer(world, { on: '2026-01-05', trialEndsOn: '2026-02-01', plans })
  await addCard(world, tenant)
  await world.moveTo('2026-03-20T03:00:00Z')
  return tenant
}

const lastBill = async ({ id: tenantId }: MadeTenant) => {
  const [bill] = await asPlatform(tx =>
    tx.platformInvoice.findMany({
      where: { tenantId, totalMinor: { not: 0 } },
      orderBy: { periodEndsAt: 'desc' },
      include: { invoiceLines: { orderBy: { position: 'asc' } } },
      take: 1,
    }),
  )
  return { total: bill?.totalMinor, lines: bill?.invoiceLines.map(({ description }) => description) }
}
const compare = (tenant: MadeTenant) => compareBill({ tenantId: tenant.id }, world.now)
const reports = ({ id: tenantId }: MadeTenant) =>
  asPlatform(tx =>
    tx.platformMeterEvent.findMany({
      where: { tenantId },
      orderBy: { id: 'asc' },
      select: { value: true, billedOn: true, sentAt: true },
    }),
  )

describe('use that is found after its month was billed', () => {
  it('is on the next bill, told apart, to the cent', async () => {
    const tenant = await payer()
    await use(world, tenant, days('2026-03-01', '2026-03-20'), { homeowners: 31, emails: 1_000 })
    await world.moveTo('2026-04-01T05:00:00Z')
    // 19 of March's days at 31 homeowners, 19,000 emails; the last days were not counted while the worker stood still.
    expect((await lastBill(tenant)).total).toBe(5_000n + 4_750n + 1_900n)
    await use(world, tenant, days('2026-03-20', '2026-04-01'), { homeowners: 31, emails: 10 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-04-16T05:00:00Z')
    await use(world, tenant, days('2026-04-01', '2026-04-16'), { homeowners: 30, emails: 1 })
    // A settled day is counted anew and was more.
    await use(world, tenant, days('2026-03-05', '2026-03-06'), { homeowners: 62 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T05:00:00Z')
    const { total, lines } = await lastBill(tenant)
    // Of March twelve days' and one more of 31 homeowners and 120 emails; of April 15 days of 30 homeowners and 15 emails.
    expect(total).toBe(5_000n + 13n * 250n + 3_750n + 14n)
    expect(lines).toEqual([
      'Homeowners, daily average 15, with a daily average of 13 of earlier months found later',
      'Storage, daily average 0 GB',
      'Emails, with 120 of earlier months found later',
      'Text messages',
      expect.stringContaining('Per homeowner'),
    ])
    expect((await reports(tenant)).every(({ sentAt }) => sentAt !== null)).toBe(true)
  })

  it('takes off the next bill what was charged too much', async () => {
    const tenant = await payer()
    await use(world, tenant, days('2026-03-01', '2026-03-20'), { homeowners: 31 })
    await world.moveTo('2026-04-10T05:00:00Z')
    await use(world, tenant, days('2026-04-01', '2026-04-10'), { homeowners: 30 })
    await use(world, tenant, days('2026-03-05', '2026-03-07'), { homeowners: 0 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T05:00:00Z')
    expect(await lastBill(tenant)).toMatchObject({
      total: 5_000n + 9n * 250n - 2n * 250n,
      lines: expect.arrayContaining([
        'Homeowners, daily average 9, with a daily average of 2 less of earlier months found later',
      ]),
    })
  })

  it('never makes a bill of less than nothing', async () => {
    const tenant = await payer()
    await use(world, tenant, days('2026-03-01', '2026-03-20'), { texts: 100 })
    await world.moveTo('2026-04-10T05:00:00Z')
    await use(world, tenant, days('2026-03-01', '2026-03-20'), { texts: 0 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T05:00:00Z')
    expect((await lastBill(tenant)).total).toBe(5_000n)
  })

  it('counts once when only the answer to its first sending was lost', async () => {
    const tenant = await payer()
    const path = '/v1/billing/meter_events'
    await world.control.fail({ status: 500, method: 'POST', path, times: 3, when: 'after' })
    await expect(use(world, tenant, days('2026-03-01', '2026-03-20'), { emails: 1_000 })).rejects.toThrow()
    await world.moveTo('2026-04-01T05:00:00Z')
    expect((await lastBill(tenant)).total).toBe(5_000n + 1_900n)
    await use(world, tenant, [], {})
    expect(await reports(tenant)).toMatchObject([
      { value: 19_000n, billedOn: null, sentAt: expect.any(Date) },
    ])
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T05:00:00Z')
    expect((await lastBill(tenant)).total).toBe(5_000n)
  })

  it('counts once, with the next bill, when the worker was cut off while it sent it late', async () => {
    const tenant = await payer()
    await world.moveTo('2026-04-01T05:00:00Z')
    const path = '/v1/billing/meter_events'
    await world.control.fail({ status: 500, method: 'POST', path, times: 3, when: 'after' })
    await expect(use(world, tenant, days('2026-03-01', '2026-03-20'), { emails: 1_000 })).rejects.toThrow()
    await world.moveTo('2026-04-02T05:00:00Z')
    await use(world, tenant, [], {})
    expect(await reports(tenant)).toMatchObject([{ value: 19_000n, billedOn: new Date('2026-04-01') }])
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T05:00:00Z')
    expect((await lastBill(tenant)).total).toBe(5_000n + 1_900n)
  })

  it('waits as long as it takes while Stripe is away', async () => {
    const tenant = await payer()
    const path = '/v1/billing/meter_events'
    await world.control.fail({ status: 503, method: 'POST', path, times: 33 })
    for (let turn = 0; turn < 11; turn += 1)
      await expect(use(world, tenant, days('2026-03-01', '2026-03-02'), { emails: 1_000 })).rejects.toThrow()
    await use(world, tenant, [], {})
    expect(await reports(tenant)).toMatchObject([{ value: 1_000n, sentAt: expect.any(Date) }])
  })

  it('of a month whose bill was waived stays waived', async () => {
    const tenant = await payer()
    const tell = (event: Parameters<typeof applyAccountEvent>[2]) =>
      asPlatform(tx => applyAccountEvent(tx, tenant.id, event, { now: world.now }))
    await tell({ type: 'admin_suspended', reason: 'Papers' })
    await world.settle(tenant)
    await world.moveTo('2026-04-03T05:00:00Z')
    await tell({ type: 'admin_reactivated' })
    await world.settle(tenant)
    await use(world, tenant, days('2026-03-01', '2026-03-20'), { homeowners: 31 })
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-05-01T05:00:00Z')
    expect((await lastBill(tenant)).total).toBe(5_000n)
  })
})
