import { createReadStream } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-mapping'
import { parseRegisterRow, type RegisterRow } from './parse-register-row'
import { parseRosterRow } from './parse-roster-row'
import { readTable } from './read-table'

const cells = (values: Record<string, string>) => (field: string) => values[field] ?? ''

describe('parseRegisterRow', () => {
  it('takes every row of the published excerpt, and counts its units as published', async () => {
    const opened = await readTable(
      createReadStream(new URL('./fixtures/florida-register-excerpt.csv', import.meta.url)),
    )
    if (!opened.ok) throw opened.problem
    const mapping = guessMapping(opened.table.header, 'register')
    const values: RegisterRow[] = []
    for await (const row of opened.table.rows) {
      const parsed = parseRegisterRow(field => row.cells[mapping[field] ?? -1] ?? '')
      if (parsed.ok) values.push(parsed.value)
    }
    expect(values).toHaveLength(71)
    expect(values.reduce((sum, value) => sum + value.unitCount, 0)).toBe(4565)
    expect(values.filter(value => value.manager?.key === 'seacrestservices')).toHaveLength(12)
    expect(values.filter(value => value.manager?.key === 'firstserviceresidential')).toHaveLength(11)
    expect(values.filter(value => value.recordedOn === null).map(value => value.externalKey)).toEqual([
      'fl-dbpr:PR77245',
      'fl-dbpr:PR75973',
    ])
  })

  it('keeps the county as published and derives its present name and zone', () => {
    const parsed = parseRegisterRow(cells({ name: 'HORIZONS WEST', county: 'Dade', units: '96' }))
    expect(parsed).toMatchObject({
      ok: true,
      value: { county: 'Dade', canonicalCounty: 'Miami-Dade', zone: 'America/New_York' },
    })
  })

  it('takes an association without units, and one whose number is blank with a note', () => {
    expect(parseRegisterRow(cells({ name: 'A', county: 'Lake', units: '0' }))).toMatchObject({
      ok: true,
      value: { unitCount: 0 },
      notes: [],
    })
    expect(parseRegisterRow(cells({ name: 'A', county: 'Lake' }))).toMatchObject({
      ok: true,
      value: { unitCount: 0 },
      notes: [{ field: 'units' }],
    })
  })

  it('names every column that stands in the way', () => {
    const parsed = parseRegisterRow(cells({ units: 'many', recordedOn: '02/30/2020' }))
    expect(parsed.ok ? [] : parsed.messages.map(({ field }) => field)).toEqual([
      'name',
      'units',
      'recordedOn',
    ])
    expect(parseRegisterRow(cells({ name: 'A', units: '-3' })).ok).toBe(false)
    expect(parseRegisterRow(cells({ name: 'A', units: '1000000' })).ok).toBe(false)
    expect(parseRegisterRow(cells({ name: 'A', units: '1,250' }))).toMatchObject({
      value: { unitCount: 1250 },
    })
  })
})

describe('parseRosterRow', () => {
  const good = {
    association: 'Lakeside',
    unit: '12',
    name: 'SMITH, ANN',
    email: 'Ann@Example.com',
    phone: '(305) 555-0134',
    ownerSince: '3/1/2020',
  }

  it('reads a row', () => {
    const parsed = parseRosterRow(
      cells({ ...good, mailingAddress: '1 MAIN ST, MIAMI, FL 33101' }),
      '2026-01-01',
    )
    expect(parsed).toEqual({
      ok: true,
      notes: [],
      value: {
        association: 'Lakeside',
        associationKey: null,
        unit: '12',
        name: 'Ann Smith',
        email: 'ann@example.com',
        phone: '+13055550134',
        mailingAddress: {
          street: '1 Main St',
          city: 'Miami',
          region: 'FL',
          postalCode: '33101',
          country: null,
        },
        ownerSince: '2020-03-01',
      },
    })
  })

  it('names every column that stands in the way', () => {
    const parsed = parseRosterRow(
      cells({ email: 'nobody', phone: '12', ownerSince: '13/13/2020' }),
      '2026-01-01',
    )
    expect(parsed.ok ? [] : parsed.messages.map(({ field }) => field)).toEqual([
      'association',
      'unit',
      'name',
      'email',
      'phone',
      'ownerSince',
    ])
    expect(parseRosterRow(cells({ ...good, ownerSince: '01/02/2026' }), '2026-01-01').ok).toBe(false)
  })

  it('leaves companies and generations in the order in which they stand', () => {
    const nameOf = (name: string) => {
      const parsed = parseRosterRow(cells({ ...good, name }), '2026-01-01')
      return parsed.ok ? parsed.value.name : null
    }
    expect(nameOf('SUNSHINE HOLDINGS, LLC')).toBe('Sunshine Holdings, LLC')
    expect(nameOf("O'NEIL, Mary")).toBe("Mary O'NEIL")
    expect(nameOf('Ann and Bo Lee')).toBe('Ann and Bo Lee')
  })
})
