import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import type { LocalDate } from '@/lib/time/local-date'
import { differenceList } from './difference-list'
import { makeUsageWorld } from './fixtures/usage-world'
import { meterTenant } from './meter-tenant'
import { reconcileTenant } from './reconcile-tenant'
import { recountUsage } from './recount-usage'
import { resolveDifference } from './resolve-difference'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
const now = new Date('2026-03-20T12:00:00Z')

async function metered() {
  const tenant = await makeUsageWorld(new Date('2026-03-01'))
  await meterTenant(tenant.id, now)
  return tenant
}

const add = (id: TenantId, quantity: number) =>
  asPlatform(
    tx => tx.$executeRaw`
      insert into platform.usage_records (tenant_id, meter, on_day, quantity, key)
      values (${id}::uuid, 'emails', '2026-03-02', ${quantity}::bigint, gen_random_uuid()::text)`,
  )

const openOf = (id: TenantId) =>
  asPlatform(
    tx => tx.$queryRaw`
      select subject, meter, on_day::text as day, ours::int, recount::int from platform.differences
      where tenant_id = ${id}::uuid and resolved_at is null order by subject`,
  )

describe('reconcileTenant', () => {
  it('finds nothing where nobody tampered', async () => {
    const { id } = await metered()
    expect(await reconcileTenant(id, now)).toEqual({ open: 0 })
    expect(await openOf(id)).toEqual([])
  })

  it('finds a record too many, once however often it looks, and forgets it when it is put right', async () => {
    const { id } = await metered()
    await add(id, 3)
    expect(await reconcileTenant(id, now)).toEqual({ open: 1 })
    expect(await reconcileTenant(id, now)).toEqual({ open: 1 })
    expect(await openOf(id)).toEqual([
      { subject: 'records', meter: 'emails', day: '2026-03-02', ours: 5, recount: 2 },
    ])
    await recountUsage(id, '2026-03-02' as LocalDate, now)
    expect(await openOf(id)).toEqual([])
  })

  it('finds a day and a month that are not what the records add up to, and a day that is not there', async () => {
    const { id } = await metered()
    await asPlatform(async tx => {
      await tx.$executeRaw`update platform.usage_days set quantity = 9 where tenant_id = ${id}::uuid and meter = 'texts' and on_day = '2026-03-03'`
      await tx.$executeRaw`update platform.usage_months set quantity = 8 where tenant_id = ${id}::uuid and meter = 'api-calls'`
      await tx.$executeRaw`delete from platform.usage_days where tenant_id = ${id}::uuid and meter = 'users' and on_day = '2026-03-04'`
    })
    await reconcileTenant(id, now)
    const march = '2026-03-01'
    expect(await openOf(id)).toEqual(
      expect.arrayContaining([
        { subject: 'days', meter: 'texts', day: '2026-03-03', ours: 9, recount: 1 },
        { subject: 'days', meter: 'users', day: '2026-03-04', ours: null, recount: 2 },
        { subject: 'months', meter: 'api-calls', day: march, ours: 8, recount: 42 },
        { subject: 'months', meter: 'texts', day: march, ours: 1, recount: 9 },
        { subject: 'months', meter: 'users', day: march, ours: 22, recount: 20 },
      ]),
    )
  })

  it('finds a month that says it has other days than it has, by which averages would be wrong', async () => {
    const { id } = await metered()
    await asPlatform(
      tx =>
        tx.$executeRaw`update platform.usage_months set days = days - 1 where tenant_id = ${id}::uuid and meter = 'users'`,
    )
    expect(await reconcileTenant(id, now)).toEqual({ open: 1 })
    const open = await asPlatform(tx =>
      tx.platformDifference.findMany({
        where: { tenantId: id },
        select: { subject: true, ours: true, recount: true },
      }),
    )
    expect(open).toEqual([{ subject: 'month-days', ours: 19n, recount: 20n }])
  })

  it('finds facts that changed without being counted', async () => {
    const { id } = await metered()
    const admin = new pg.Client({ connectionString: database().adminUrl })
    await admin.connect()
    await admin.query('set session_replication_role = replica')
    await admin.query(`insert into app.homeowners (tenant_id, name) values ($1, 'Smuggled')`, [id])
    await admin.end()
    await reconcileTenant(id, now)
    expect(await openOf(id)).toEqual([
      { subject: 'facts', meter: 'homeowners', day: null, ours: 3, recount: 4 },
    ])
  })

  it('looks at settled days alone, so that late facts are no difference', async () => {
    const { id } = await metered()
    await asPlatform(
      tx => tx.$executeRaw`
        insert into platform.api_calls (tenant_id, on_day, counter_id, calls)
        values (${id}::uuid, '2026-03-18', gen_random_uuid(), 6)`,
    )
    expect(await reconcileTenant(id, now)).toEqual({ open: 0 })
  })
})

describe('differences', () => {
  it('are listed for admins, who may put one away; found again it is a new one', async () => {
    const [{ id, slug }, admin] = [await metered(), await makeAdmin()]
    await add(id, 1)
    await reconcileTenant(id, now)
    const list = () =>
      asPlatform(tx => runList(tx, differenceList, readListQuery(differenceList, { q: slug })))
    const [found] = (await list()).rows
    expect(found).toMatchObject({ kind: 'usage', meter: 'emails', ours: '3', recount: '2', off: '1' })
    const resolve = () => asPlatform(tx => resolveDifference(tx, admin, { id: found?.id ?? '' }))
    expect(await resolve()).toMatchObject({ ok: true })
    expect(await resolve()).toMatchObject({ ok: false, reason: 'not_found' })
    expect((await list()).rows).toEqual([])
    await reconcileTenant(id, now)
    expect((await list()).rows).toHaveLength(1)
  })
})
