import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { commit, preview } from './fixtures/run-import'
import { listImportRows } from './list-import-rows'
import type { RowOutcome } from './schema'

testDatabase()

const header = ['Association', 'Unit', 'Name', 'Email', 'Phone', 'Mailing address', 'Owner since']
type Line = [unit: string, name: string, email?: string, since?: string, phone?: string, mail?: string]
const roster = (association: string, ...lines: Line[]) =>
  Buffer.from(
    stringify([
      header,
      ...lines.map(([unit, name, email = '', since = '', phone = '', mail = '']) => [
        association,
        unit,
        name,
        email,
        phone,
        mail,
        since,
      ]),
    ]),
  )

async function world(): Promise<{ tenant: MadeTenant; user: MadeUser; name: string; associationId: string }> {
  const tenant = await makeTenant()
  const association = await makeAssociation(tenant, { name: 'Lakeside, a Condo' })
  for (const label of ['1', '2', '3', '12-A', '12A'])
    await makeUnit(tenant, { associationId: association.id, label })
  return {
    tenant,
    user: await makeUser(tenant, { role: 'manager' }),
    name: association.name,
    associationId: association.id,
  }
}

/** Everybody who ever owned a unit, as `label name share from–to`. */
async function owners(user: MadeUser): Promise<string[]> {
  const rows = await inTenant(
    user.context,
    tx => tx.$queryRaw<{ line: string }[]>`
      select u.label || ' ' || h.name || ' ' || o.share_numerator || '/' || o.share_denominator || ' ' || o.starts_on || '–' || coalesce(o.ends_on::text, '') as line
      from app.ownerships o join app.units u on u.id = o.unit_id join app.homeowners h on h.id = o.homeowner_id order by 1`,
  )
  return rows.map(({ line }) => line)
}

async function said(user: MadeUser, importId: string, outcome: RowOutcome): Promise<string[]> {
  const rows = await inTenant(user.context, tx =>
    listImportRows(tx, importId, { outcome, after: 0, limit: 50 }),
  )
  return rows.map(
    ({ rowNumber, messages }) => `${rowNumber}: ${messages.map(({ message }) => message).join(' ')}`,
  )
}

describe('importing a roster', () => {
  it('finds units, makes homeowners and ownerships, and changes nothing the second time', async () => {
    const { user } = await world()
    const file = roster(
      'LAKESIDE CONDOMINIUM',
      ['Unit 01', 'SMITH, ANN', 'Ann@Example.com', '3/1/2020', '305-555-0134', '1 MAIN ST, MIAMI, FL 33101'],
      ['#2', 'Bo Lee', 'bo@example.com', '2019-05-05'],
      ['2', 'Cy Lee', 'bo@example.com', '2019-05-05'],
      ['3', 'Ann Smith', 'ann@example.com', '2021-01-01'],
    )
    const dry = await preview(user, file)
    expect(dry).toMatchObject({ kind: 'roster', newCount: 4, refusedCount: 0 })
    const done = await commit(user, dry.id)
    expect(done.written).toMatchObject({ homeownersCreated: 3, ownershipsStarted: 4 })
    expect(done.control).toEqual({
      equal: true,
      lines: [{ what: 'Owners of units', file: 4, database: 4, surplus: 0 }],
    })
    expect(await owners(user)).toEqual([
      '1 Ann Smith 1/1 2020-03-01–',
      '2 Bo Lee 1/2 2019-05-05–',
      '2 Cy Lee 1/2 2019-05-05–',
      '3 Ann Smith 1/1 2021-01-01–',
    ])
    const ann = await inTenant(user.context, tx => tx.homeowner.findMany({ where: { name: 'Ann Smith' } }))
    expect(ann).toMatchObject([
      {
        email: 'ann@example.com',
        phone: '+13055550134',
        mailingStreet: '1 Main St',
        mailingCity: 'Miami',
        mailingRegion: 'FL',
        mailingPostalCode: '33101',
      },
    ])
    expect(await preview(user, file)).toMatchObject({
      newCount: 0,
      changedCount: 0,
      unchangedCount: 4,
      refusedCount: 0,
    })
  })

  it('gives co-owners who came on different days equal shares from each day on', async () => {
    const { user, name } = await world()
    const dry = await preview(
      user,
      roster(name, ['1', 'Ann', 'a@b.co', '2018-06-01'], ['1', 'Bo', 'b@b.co', '2020-06-01']),
    )
    await commit(user, dry.id)
    expect(await owners(user)).toEqual([
      '1 Ann 1/1 2018-06-01–2020-06-01',
      '1 Ann 1/2 2020-06-01–',
      '1 Bo 1/2 2020-06-01–',
    ])
  })

  it('shows contact details that differ, and keeps what the file leaves blank', async () => {
    const { user, name } = await world()
    await commit(
      user,
      (await preview(user, roster(name, ['1', 'Ann Ray', 'a@b.co', '2018-06-01', '305-555-0134']))).id,
    )
    const dry = await preview(user, roster(name, ['1', 'Ann Ray', 'new@b.co', '', '']))
    expect(await said(user, dry.id, 'changed')).toEqual(['2: Email: a@b.co → new@b.co'])
    const done = await commit(user, dry.id)
    expect(done.written).toMatchObject({ homeownersCreated: 0, homeownersChanged: 1, ownershipsStarted: 0 })
    const [ann] = await inTenant(user.context, tx => tx.homeowner.findMany())
    expect(ann).toMatchObject({ email: 'new@b.co', phone: '+13055550134' })
    expect(await preview(user, roster(name, ['1', 'Anne Ray', 'new@b.co']))).toMatchObject({
      changedCount: 1,
    })
  })

  it('passes a unit on when a new owner has a date, and asks for one otherwise', async () => {
    const { user, name } = await world()
    await commit(user, (await preview(user, roster(name, ['1', 'Ann', 'a@b.co', '2018-06-01']))).id)
    const undated = await preview(user, roster(name, ['1', 'Bo', 'b@b.co']))
    expect(await said(user, undated.id, 'refused')).toEqual([
      '2: The unit belongs to Ann. Say since when Bo has owned it.',
    ])
    const early = await preview(user, roster(name, ['1', 'Bo', 'b@b.co', '2017-01-01']))
    expect(await said(user, early.id, 'refused')).toEqual([
      '2: Ann is on record as an owner since 2018-06-01, so that nobody can have come on 2017-01-01.',
    ])
    const dated = await preview(user, roster(name, ['1', 'Bo', 'b@b.co', '2022-02-02']))
    expect(await said(user, dated.id, 'changed')).toEqual(['2: Takes over from Ann.'])
    const done = await commit(user, dated.id)
    expect(done.written).toMatchObject({ ownershipsEnded: 1, ownershipsStarted: 1 })
    expect(await owners(user)).toEqual(['1 Ann 1/1 2018-06-01–2022-02-02', '1 Bo 1/1 2022-02-02–'])
  })

  it('refuses what it cannot place, with the candidates', async () => {
    const { tenant, user, name } = await world()
    await makeAssociation(tenant, { name: 'Palm Court' })
    await makeAssociation(tenant, { name: 'Palm Court, a Condo' })
    const lines = [
      header,
      ['Palm Court Condominium', '1', 'Ann', '', '', '', ''],
      ['Lakesid', '1', 'Ann', '', '', '', ''],
      [name, '12 A', 'Ann', '', '', '', ''],
      [name, '99', 'Ann', '', '', '', ''],
      ['', '', '', 'nobody', 'x', '', '13/13/2020'],
    ]
    const dry = await preview(user, Buffer.from(stringify(lines)))
    expect(await said(user, dry.id, 'refused')).toEqual([
      '2: Several associations match: Palm Court; Palm Court, a Condo. Add the register number.',
      '3: No association matches “Lakesid”. Is it Lakeside, a Condo?',
      '4: Several units of Lakeside, a Condo match: 12-A, 12A.',
      '5: Lakeside, a Condo has no unit “99”. Its units are 1, 2, 3, 12-A …',
      '6: The association is missing. The unit is missing. The name is missing. “nobody” is not an email address. “x” is not a telephone number. “13/13/2020” is not a date. Write it as MM/DD/YYYY.',
    ])
  })

  it('takes the owners of a unit together: one bad row keeps its co-owners out', async () => {
    const { user, name } = await world()
    const dry = await preview(
      user,
      roster(name, ['1', 'Ann', 'a@b.co', '2018-06-01'], ['1', 'Bo', 'nobody', '2018-06-01'], ['2', 'Cy']),
    )
    expect(dry).toMatchObject({ newCount: 1, refusedCount: 2 })
    expect(await said(user, dry.id, 'refused')).toEqual([
      '2: Another row about this unit is refused; correct them together.',
      '3: “nobody” is not an email address.',
    ])
  })

  it('does not swing between two sets of contact details of one person', async () => {
    const { user, name } = await world()
    const file = roster(
      name,
      ['1', 'Ann Ray', 'one@b.co', '2018-06-01', '305-555-0134'],
      ['2', 'Ann Ray', 'one@b.co', '2019-06-01', '305-555-0199'],
    )
    await commit(user, (await preview(user, file)).id)
    expect(await inTenant(user.context, tx => tx.homeowner.findMany())).toMatchObject([
      { phone: '+13055550134' },
    ])
    expect(await preview(user, file)).toMatchObject({ changedCount: 0, unchangedCount: 2 })
  })

  it('shows a date as it was read', async () => {
    const { user, name } = await world()
    const dry = await preview(user, roster(name, ['1', 'Ann', '', '3/4/21'], ['99', 'Bo', '', '31/31/21']))
    const rowsOf = (outcome: RowOutcome) =>
      inTenant(user.context, tx => listImportRows(tx, dry.id, { outcome, after: 0, limit: 5 }))
    expect(await rowsOf('new')).toMatchObject([{ ownerSince: '2021-03-04' }])
    expect(await rowsOf('refused')).toMatchObject([{ ownerSince: null }])
  })

  it('says twice about one owner what is said twice', async () => {
    const { user, name } = await world()
    const dry = await preview(
      user,
      roster(name, ['1', 'Ann', 'a@b.co', '2018-06-01'], ['Unit 1', 'ANN', 'a@b.co', '2018-06-01']),
    )
    expect(dry).toMatchObject({ newCount: 1, unchangedCount: 1 })
    expect(await said(user, dry.id, 'unchanged')).toEqual(['3: Row 2 names the same owner of this unit.'])
    expect((await commit(user, dry.id)).control?.equal).toBe(true)
  })
})
