import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { commit, preview } from './fixtures/run-import'
import { listImportRows } from './list-import-rows'
import { writeRefusedFile } from './write-refused-file'

testDatabase()

const excerpt = readFileSync(new URL('./fixtures/florida-register-excerpt.csv', import.meta.url))
const edited = (from: string, to: string) => Buffer.from(excerpt.toString().replace(from, to))

async function manager(): Promise<MadeUser> {
  return makeUser(await makeTenant(), { role: 'manager' })
}

const count = (user: MadeUser) =>
  inTenant(user.context, async tx => ({
    associations: await tx.association.count(),
    units: await tx.unit.count(),
    kept: (await tx.association.aggregate({ _sum: { unitCount: true } }))._sum.unitCount ?? 0,
  }))

describe('importing a register', () => {
  it('says what it would do, does exactly that, and nothing the second time', async () => {
    const user = await manager()
    const dry = await preview(user, excerpt)
    expect(dry).toMatchObject({
      state: 'previewed',
      kind: 'register',
      newCount: 71,
      changedCount: 0,
      unchangedCount: 0,
      refusedCount: 0,
    })
    expect(dry.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await count(user)).toEqual({ associations: 0, units: 0, kept: 0 })
    const done = await commit(user, dry.id)
    expect(done).toMatchObject({
      state: 'done',
      rowsChosen: 71,
      rowsDone: 71,
      written: { associationsCreated: 71, unitsCreated: 4565 },
    })
    expect(done.control).toEqual({
      equal: true,
      lines: [
        { what: 'Associations', file: 71, database: 71, surplus: 0 },
        { what: 'Units', file: 4565, database: 4565, surplus: 0 },
      ],
    })
    expect(await count(user)).toEqual({ associations: 71, units: 4565, kept: 4565 })
    const again = await preview(user, excerpt)
    expect(again).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 71, refusedCount: 0 })
  })

  it('keeps what a register says of an association', async () => {
    const user = await manager()
    const { id } = await preview(user, excerpt)
    await commit(user, id)
    const one = await inTenant(user.context, tx =>
      tx.association.findFirst({ where: { externalKey: 'fl-dbpr:PR1P005083' } }),
    )
    expect(one).toMatchObject({
      name: 'The Greens, a Condo',
      legalName: 'Greens of Orlando Condominium Association, Inc',
      kind: 'condominium',
      street: '530 West Par Street',
      city: 'Orlando',
      region: 'FL',
      postalCode: '32804-2930',
      county: 'Orange',
      zone: 'America/New_York',
      jurisdiction: 'US-FL',
      recordedOn: new Date('1981-02-09'),
      unitCount: 28,
    })
    const labels = await inTenant(user.context, tx =>
      tx.unit.findMany({ where: { associationId: one?.id ?? '' }, select: { label: true } }),
    )
    expect(labels.map(({ label }) => Number(label)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 28 }, (_, i) => i + 1),
    )
  })
})

describe('importing it again, changed', () => {
  it('shows and writes exactly what changed, and adds missing units', async () => {
    const user = await manager()
    await commit(user, (await preview(user, excerpt)).id)
    const changed = edited(
      '"1530 42ND CIRCLE, VERO BEACH, FL 32967","200"',
      '"1600 42ND CIRCLE, VERO BEACH, FL 32967","203"',
    )
    const dry = await preview(user, changed)
    expect(dry).toMatchObject({ newCount: 0, changedCount: 1, unchangedCount: 70 })
    const [row] = await inTenant(user.context, tx =>
      listImportRows(tx, dry.id, { outcome: 'changed', after: 0, limit: 5 }),
    )
    expect(row?.messages.map(({ message }) => message)).toEqual([
      'Street: 1530 42nd Circle → 1600 42nd Circle',
      'Units: 200 → 203',
    ])
    const done = await commit(user, dry.id)
    expect(done.written).toMatchObject({ associationsCreated: 0, associationsChanged: 1, unitsCreated: 3 })
    expect(done.control?.equal).toBe(true)
  })

  it('never removes a unit, and accounts for the surplus', async () => {
    const user = await manager()
    await commit(user, (await preview(user, excerpt)).id)
    const dry = await preview(user, edited('FL 32967","200"', 'FL 32968","150"'))
    const done = await commit(user, dry.id)
    expect(done.written).toMatchObject({ unitsCreated: 0 })
    expect(done.control).toMatchObject({
      equal: true,
      lines: [{}, { what: 'Units', file: 4515, database: 4565, surplus: 50 }],
    })
  })
})

describe('rows that cannot be taken', () => {
  it('are refused with every reason, and go out as a file that can be corrected', async () => {
    const user = await manager()
    const file = [
      'Project Number,Condo Name,County,Units,Recorded Date',
      'PR1M000001,"LAKE, A CONDO",Lee,12,01/02/1990',
      'PR1M000001,LAKE AGAIN,Lee,12,01/02/1990',
      ',,Lee,many,02/30/1990',
      'PR1M000002,SHORT ROW,Lee',
      'PR1M000003,=HYPERLINK,Lee,x,01/02/1990',
    ].join('\r\n')
    const dry = await preview(user, Buffer.from(file))
    expect(dry).toMatchObject({ newCount: 1, refusedCount: 4 })
    let text = ''
    for await (const piece of writeRefusedFile(user.context, dry)) text += Buffer.from(piece).toString()
    const lines = parse(text, { bom: true }) as string[][]
    expect(lines[0]).toEqual([
      'Project Number',
      'Condo Name',
      'County',
      'Units',
      'Recorded Date',
      'Row in the file',
      'Why it was refused',
    ])
    expect(lines.slice(1)).toEqual([
      [
        'PR1M000001',
        'LAKE AGAIN',
        'Lee',
        '12',
        '01/02/1990',
        '3',
        'Register number: Row 2 of this file speaks of the same association.',
      ],
      [
        '',
        '',
        'Lee',
        'many',
        '02/30/1990',
        '4',
        'Association: The name is missing. Number of units: “many” is not a number of units. Recorded on: “02/30/1990”: February 1990 has no 30th.',
      ],
      ['PR1M000002', 'SHORT ROW', 'Lee', '', '', '5', 'The row has fewer cells than the header.'],
      [
        'PR1M000003',
        "'=HYPERLINK",
        'Lee',
        'x',
        '01/02/1990',
        '6',
        'Number of units: “x” is not a number of units.',
      ],
    ])
    const done = await commit(user, dry.id)
    expect(done.control).toMatchObject({
      equal: true,
      lines: [
        { file: 1, database: 1 },
        { file: 12, database: 12 },
      ],
    })
  })

  it('ends with a sentence when the file is of another kind', async () => {
    const user = await manager()
    expect(await preview(user, Buffer.from('%PDF-1.7'))).toMatchObject({ state: 'failed', problem: 'pdf' })
  })
})
