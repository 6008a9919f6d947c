import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { countChoice } from './count-choice'
import { findChoice } from './find-choice'
import { commit, preview } from './fixtures/run-import'
import { listImportRows } from './list-import-rows'
import { listManagers } from './list-managers'
import type { RowOutcome } from './schema'

testDatabase()

const excerpt = readFileSync(new URL('./fixtures/florida-register-excerpt.csv', import.meta.url))

async function manager(): Promise<MadeUser> {
  return makeUser(await makeTenant(), { role: 'manager' })
}

describe('choosing from a register', () => {
  it('takes one company under all its spellings', async () => {
    const user = await manager()
    const dry = await preview(user, excerpt)
    const companies = await inTenant(user.context, tx => listManagers(tx, dry.id, 'first service'))
    expect(companies).toEqual([
      {
        key: 'firstserviceresidential',
        name: 'FirstService Residential',
        associations: 11,
        units: companies[0]?.units,
      },
    ])
    const choice = { managers: ['firstserviceresidential'], counties: [] }
    const counted = await inTenant(user.context, tx => countChoice(tx, dry.id, choice))
    const done = await commit(user, dry.id, choice)
    expect(counted).toEqual({ new: 11, changed: 0, unchanged: 0, units: companies[0]?.units })
    expect(done.written).toMatchObject({ associationsCreated: 11, unitsCreated: companies[0]?.units })
    expect(done.control).toMatchObject({
      equal: true,
      lines: [{ file: 11, database: 11 }, { file: companies[0]?.units }],
    })
  })

  it('shows the rows that it takes, and of a choice only what the file has', async () => {
    const user = await manager()
    const dry = await preview(user, excerpt)
    const find = (managers: string[], counties: string[]) =>
      inTenant(user.context, tx => findChoice(tx, dry.id, { managers, counties }))
    const found = await find(['firstserviceresidential', 'nobody'], ['Miami-Dade', 'Dade', 'Nowhere'])
    expect(found).toMatchObject({
      managers: [{ key: 'firstserviceresidential', name: 'FirstService Residential', associations: 11 }],
      counties: ['Miami-Dade'],
    })
    expect(await find([], [])).toEqual({ managers: [], counties: [] })
    const rowsOf = (managers: string[], counties: string[] = []) =>
      inTenant(user.context, tx =>
        listImportRows(tx, dry.id, { outcome: 'new', after: 0, limit: 100, choice: { managers, counties } }),
      )
    expect(await rowsOf([])).toHaveLength(71)
    const taken = await rowsOf(['firstserviceresidential'])
    expect(taken).toHaveLength(11)
    const both = await rowsOf(['firstserviceresidential'], ['Miami-Dade'])
    const choice = { managers: ['firstserviceresidential'], counties: ['Miami-Dade'] }
    expect(both).toHaveLength((await inTenant(user.context, tx => countChoice(tx, dry.id, choice))).new)
    expect(taken).toEqual(expect.arrayContaining(both))
  })

  it('keeps refused rows in sight whatever is chosen', async () => {
    const user = await manager()
    const file = 'Project Number,Condo Name,County,Units\nPR1M000001,LAKE,Lee,12\nPR1M000002,BAY,Lee,many\n'
    const dry = await preview(user, Buffer.from(file))
    const rowsOf = (outcome: RowOutcome) =>
      inTenant(user.context, tx =>
        listImportRows(tx, dry.id, {
          outcome,
          after: 0,
          limit: 5,
          choice: { managers: [], counties: ['Orange'] },
        }),
      )
    expect(await rowsOf('new')).toEqual([])
    expect(await rowsOf('refused')).toMatchObject([{ rowNumber: 3 }])
  })

  it('takes a county under its present name', async () => {
    const user = await manager()
    const dry = await preview(user, excerpt)
    await commit(user, dry.id, { counties: ['Miami-Dade'] })
    const counties = await inTenant(user.context, tx => tx.association.groupBy({ by: ['county'] }))
    expect(counties).toEqual([{ county: 'Miami-Dade' }])
  })
})
