import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import type { LocalDate } from '@/lib/time/local-date'
import { makeUsageWorld, readDays, readTotals } from './fixtures/usage-world'
import { meterTenant } from './meter-tenant'
import { meterTenants } from './meter-tenants'

process.env.LOG_LEVEL = 'silent'
testDatabase()

const asSystem = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })
const day = (text: string) => text as LocalDate
const at = (day: number, time = '12:00') => new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00Z`)

describe('meterTenant', () => {
  it('counts each day as it ended, from the day the company began', async () => {
    const tenant = await makeUsageWorld(at(1))
    await meterTenant(tenant.id, at(6))
    expect(await readDays(tenant.id)).toEqual({
      homeowners: { 1: 0, 2: 3, 3: 3, 4: 2, 5: 3, 6: 3 },
      users: { 1: 1, 2: 1, 3: 2, 4: 2, 5: 1, 6: 1 },
      'storage-bytes': { 1: 0, 2: 0, 3: 5_000_000_000, 4: 5_000_000_000, 5: 5_000_000_000, 6: 5_000_000_000 },
      emails: { 1: 0, 2: 2, 3: 1, 4: 0, 5: 0, 6: 0 },
      texts: { 1: 0, 2: 0, 3: 1, 4: 0, 5: 0, 6: 0 },
      'api-calls': { 1: 0, 2: 40, 3: 0, 4: 2, 5: 0, 6: 0 },
    })
  })

  it('counts the past anew and finds it as it was, though the rows have forgotten it', async () => {
    const tenant = await makeUsageWorld(at(1))
    await meterTenant(tenant.id, at(6))
    const before = await readTotals(tenant.id)
    await inTenant(asSystem(tenant), async tx => {
      await tx.homeowner.updateMany({ data: { status: 'active', archivedAt: null } })
      await tx.user.updateMany({ data: { suspendedAt: null } })
      await tx.file.deleteMany()
    })
    await meterTenant(tenant.id, at(6), { recountFrom: day('2026-03-01') })
    expect(await readTotals(tenant.id)).toEqual(before)
  })

  it('writes nothing when it runs again and nothing happened', async () => {
    const tenant = await makeUsageWorld(at(1))
    expect((await meterTenant(tenant.id, at(6))).records).toBe(36)
    expect((await meterTenant(tenant.id, at(6, '13:00'))).records).toBe(0)
  })

  it('comes to the same figures whenever, in whatever order and however often it runs', async () => {
    const once = await makeUsageWorld(at(1))
    await meterTenant(once.id, at(20))
    const figures = await readDays(once.id)
    const moments = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(moments, async days => {
        const tenant = await makeUsageWorld(at(1))
        for (const day of days) await meterTenant(tenant.id, at(day))
        await meterTenant(tenant.id, at(20))
        expect(await readDays(tenant.id)).toEqual(figures)
      }),
      { numRuns: 12 },
    )
  })

  it('catches up after a week without a worker, the last metered days included', async () => {
    const tenant = await makeUsageWorld(at(1))
    await meterTenant(tenant.id, at(2, '08:00'))
    await meterTenant(tenant.id, at(16))
    const days = await readDays(tenant.id)
    expect(Object.keys(days.homeowners ?? {})).toHaveLength(16)
    expect(days.emails?.[2]).toBe(2)
  })

  it('does not reach beyond the database’s own clock, nor back before the company began', async () => {
    const tenant = await makeTenant()
    const today = new Date().toISOString().slice(0, 10)
    await meterTenant(tenant.id, new Date(Date.now() + 400 * 86_400_000))
    await meterTenant(tenant.id, new Date('1999-01-01'))
    const rows = await asPlatform(
      tx => tx.$queryRaw<{ day: string }[]>`
        select distinct on_day::text as day from platform.usage_records where tenant_id = ${tenant.id}::uuid`,
    )
    expect(rows).toEqual([{ day: today }])
  })

  it('counts once when two workers do it at the same time', async () => {
    const tenant = await makeUsageWorld(at(1))
    const written = await Promise.all([1, 2, 3].map(() => meterTenant(tenant.id, at(6))))
    expect(written.map(one => one.records).sort()).toEqual([0, 0, 36])
  })

  it('leaves settled days alone unless it is told to recount; then a record corrects them', async () => {
    const tenant = await makeUsageWorld(at(1))
    await meterTenant(tenant.id, at(6))
    await asPlatform(
      tx => tx.$executeRaw`insert into platform.usage_records (tenant_id, meter, on_day, quantity, key)
        values (${tenant.id}::uuid, 'emails', '2026-03-02', 7, 'slip')`,
    )
    expect((await meterTenant(tenant.id, at(6))).records).toBe(0)
    await meterTenant(tenant.id, at(6), { recountFrom: day('2026-03-02') })
    expect((await readDays(tenant.id)).emails?.[2]).toBe(2)
  })
})

describe('meterTenants', () => {
  it('goes on after a company that fails, says so, and completes it when run again', async () => {
    const [broken, sound] = [await makeUsageWorld(at(1)), await makeUsageWorld(at(1))]
    // A day that comes to less than nothing cannot be rolled up.
    const slip = (quantity: number) =>
      asPlatform(
        tx => tx.$executeRaw`
          insert into platform.usage_records (tenant_id, meter, on_day, quantity, key)
          values (${broken.id}::uuid, 'bookings', '2026-03-05', ${quantity}::bigint, ${`slip ${quantity}`})`,
      )
    await slip(-5)
    await expect(meterTenants(at(12))).rejects.toThrow(/usage of 1 of/)
    expect(await readDays(broken.id)).toEqual({})
    expect(Object.keys((await readDays(sound.id)).texts ?? {})).toHaveLength(12)
    await slip(5)
    expect(await meterTenants(at(12))).toMatchObject({ records: 72 })
    const { bookings, ...days } = await readDays(broken.id)
    expect(days).toEqual(await readDays(sound.id))
    expect(bookings).toEqual({ 5: 0 })
  })
})

describe('facts', () => {
  it('are kept by whoever writes: an import, a person who sees only some associations', async () => {
    const tenant = await makeTenant()
    const { context } = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
    await inTenant(context, tx => tx.homeowner.createMany({ data: [{ name: 'Ada' }] }))
    await makeHomeowner(tenant)
    await meterTenant(tenant.id, new Date())
    const today = new Date().getUTCDate()
    expect(await readDays(tenant.id)).toMatchObject({ homeowners: { [today]: 2 }, users: { [today]: 1 } })
  })
})
