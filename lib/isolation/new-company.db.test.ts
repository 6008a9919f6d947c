import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { associationList } from '@/lib/associations/association-list'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { readMyAssociations } from '@/lib/portal/read-my-associations'
import { readMyUnits } from '@/lib/portal/read-my-units'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { unitList } from '@/lib/units/unit-list'

const database = testDatabase()

/** Gives a company associations of sixty units each, at once. */
const fill = (tenant: MadeTenant, associations: number) =>
  inTenant(
    { tenantId: tenant.id, system: 'test' },
    tx => tx.$executeRaw`
      with made as (insert into app.associations (name)
        select 'House ' || n from generate_series(1, ${associations}::int) n returning id)
      insert into app.units (association_id, label) select id, l::text from made, generate_series(1, 60) l`,
    { timeoutMs: 60_000 },
  )

let tenant: MadeTenant
let unitId: string
let associationId: string

// Postgres last counted its rows when there was another company alone: of this one it expects none.
beforeAll(async () => {
  await fill(await makeTenant(), 500)
  const admin = new pg.Client(database().adminUrl)
  await admin.connect()
  await admin.query('analyze')
  await admin.end()
  tenant = await makeTenant()
  await fill(tenant, 30)
  const unit = await inTenant({ tenantId: tenant.id, system: 'test' }, tx => tx.unit.findFirstOrThrow())
  unitId = unit.id
  associationId = unit.associationId
}, 120_000)

/** Reads as somebody, in a small part of the time that a page may take. */
const soon = <T>({ context }: MadeUser, work: (tx: TenantTx) => Promise<T>) =>
  inTenant(context, work, { timeoutMs: 2_000 })

describe('a company that has just imported its register', () => {
  it('shows homeowners their unit and its association at once', async () => {
    const user = await makeUser(tenant, { role: 'homeowner' })
    const { id: homeownerId } = await makeHomeowner(tenant, { userId: user.actor.userId })
    await makeOwnerships(tenant, { unitId, homeownerId })
    expect((await soon(user, tx => readMyUnits(tx))).units).toHaveLength(1)
    expect(await soon(user, tx => readMyAssociations(tx))).toHaveLength(1)
    expect(await soon(user, tx => tx.association.count())).toBe(1)
  })

  it('shows staff limited to one association its units and owners at once', async () => {
    const user = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
    await limitUser(user, [associationId])
    const { id: homeownerId } = await makeHomeowner(tenant)
    await makeOwnerships(tenant, { unitId, homeownerId, startsOn: '2010-01-01', endsOn: '2015-01-01' })
    const total = (list: typeof unitList | typeof homeownerList | typeof associationList) =>
      soon(user, async tx => (await runList(tx, list, readListQuery(list, {}))).rows.length)
    expect(await total(unitList)).toBe(25)
    expect(await total(associationList)).toBe(1)
    expect(await total(homeownerList)).toBeGreaterThan(0)
  })
})

it('is asked by no function once a row what is somebody’s own', async () => {
  const admin = new pg.Client(database().adminUrl)
  await admin.connect()
  const { rows } = await admin.query(
    `select proname from pg_proc where pronamespace = 'app'::regnamespace and prosrc ~* 'in \\(select app\\.(my|chosen)_'`,
  )
  await admin.end()
  expect(rows).toEqual([])
})
