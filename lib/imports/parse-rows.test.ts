import { createReadStream } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '@/lib/phone/read-phone'
import { guessMapping } from './guess-mapping'
import { identifyManager } from './identify-manager'
import { parseRegisterRow, type RegisterRow } from './parse-register-row'
import { parseRosterRow } from './parse-roster-row'
import { readDate } from './read-date'
import { readTable } from './read-table'
import { resolveCounty } from './resolve-county'
import { splitAddress } from './split-address'
import { tidyName } from './tidy-name'

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
      'PR77245',
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

describe('tidyName', () => {
  it('loses no letter and no digit, and changes nothing the second time', () => {
    const word = fc.constantFrom(
      'THE',
      'CONDO',
      'A',
      'OF',
      'II',
      'ST.',
      "O'NEIL",
      '#12',
      'McKAY',
      'BLVD',
      '2ND',
      'ÁVILA',
      'X',
      'PH',
      '&',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 8 }),
        fc.constantFrom('', ', THE', ' THE'),
        (words, tail) => {
          const published = words.join(' ') + tail
          const tidy = tidyName(published)
          const letters = (text: string) =>
            [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
          expect(letters(tidy)).toBe(letters(published))
          expect(tidyName(tidy)).toBe(tidy)
        },
      ),
    )
  })

  it.each([
    ['GREENS, A CONDO, THE', 'The Greens, a Condo'],
    ['DORILTON CONDO THE', 'The Dorilton Condo'],
    ['3901 SE ST LUCIE BLVD', '3901 SE St Lucie Blvd'],
    ['PALM  CHASE CONDO #17', 'Palm Chase Condo #17'],
    ['TERRACE II AT IBIS', 'Terrace II at Ibis'],
    ['Already Written McKay', 'Already Written McKay'],
    ['SW 57TH AVE', 'SW 57th Ave'],
  ])('%s → %s', (published, tidy) => {
    expect(tidyName(published)).toBe(tidy)
  })
})

describe('identifyManager', () => {
  it.each([
    [
      'seacrestservices',
      [
        'C/O SEACREST SERVICES INC',
        'C/O SEACREST SERVICES. INC',
        'C/O PEGGY FURLONG - SEACREST SRVCS INC.',
        'C/O SEACREST SERVICES INC.-PEGGY FURLONG',
        'SEACREST SERVICES INC',
        'C/O SEACREST SERVICE INC.',
      ],
    ],
    [
      'firstserviceresidential',
      [
        'C/O FIRSTSERVICE RESIDENTIAL',
        'C/O FIRST SERVICE RESIDENTIAL',
        'CO FIRSTSERVICE RESIDENTIAL',
        'C.O FIRSTSERVICE RESIDENTIAL',
        'C/O FIRSTSERVICE RESIDEBTIAL',
        'FIRSTSERVICE RES. ATTN: LEGAL DEPARTMENT',
        'C/O FIRST SERVICE RESIDENTIAL FL',
        'C/O FIRST SERVICE',
      ],
    ],
    [
      'campbellpropertymanagement',
      ['C/O CAMPBELL PROP. MGMT', 'C/O CAMPBELL PROEPRTY MANAGEMENT', 'C/O CAMPBELL PROP MGMT @ CORAL LAKES'],
    ],
    [
      'archoicemanagement',
      [
        'C/O A.R. CHOICE MANAGEMENT INC',
        'C/O A R CHOICE MANAGEMENT INC',
        'C/O AR CHOICE MGMT INC - ATTN: JACKIE',
      ],
    ],
    ['resortmanagement', ['C/ORESORT MANAGEMENT', 'c/o  RESORT MANAGEMENT', 'C/O RESORT MGMT.']],
  ])('%s', (key, spellings) => {
    expect(spellings.map(spelling => identifyManager(spelling)?.key)).toEqual(spellings.map(() => key))
  })

  it.each([
    '',
    'C/O',
    'C/O OFFICE',
    'ATTN: MANAGEMENT OFFICE',
    '954-972-3410',
    'C/O BOARD OF DIRECTORS',
    'ATTN:  OFFICE MANAGER',
  ])('nobody in “%s”', route => {
    expect(identifyManager(route)).toBeNull()
  })

  it('keeps companies apart that differ in more than spelling', () => {
    const routes = [
      'C/O CAMBRIDGE MANAGEMENT',
      'C/O CAMBRIDGE PROPERTY MANAGEMENT',
      'C/O AMERICAN CONDO MANAGEMENT',
      'C/O AMERICAN PROPERTY MANAGEMENT',
      'C/O ADVANTAGE PROPERTY MGMT',
      'C/O ADVANCED PROPERTY MGMT',
      'C/O SEACREST SOUTHWEST',
      'C/O MWI-BROWARD INC',
    ]
    expect(new Set(routes.map(route => identifyManager(route)?.key)).size).toBe(routes.length)
  })
})

describe('small readers', () => {
  it('reads dates in every common form and none that do not exist', () => {
    const day = fc.date({ min: new Date('1905-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, date => {
        const iso = date.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-') as [string, string, string]
        const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
        for (const form of [
          iso,
          `${m}/${d}/${y}`,
          `${Number(m)}-${Number(d)}-${y}`,
          `${month} ${Number(d)}, ${y}`,
          `${d}-${month}-${y}`,
          `${m}/${d}/${y} 12:30 PM`,
          `${iso}T00:00:00Z`,
        ])
          expect(readDate(form)).toBe(iso)
      }),
    )
    expect(
      ['02/30/2020', '13/01/2020', '00/10/2020', '2020', 'soon', '1/2', '02/29/1900', 'Foo 3, 2020'].map(
        readDate,
      ),
    ).toEqual(Array(8).fill(null))
    expect([readDate('1/5/49'), readDate('1/5/72')]).toEqual(['2049-01-05', '1972-01-05'])
  })

  it('reads telephone numbers', () => {
    expect(
      ['305.555.0134', '+1 (305) 555-0134', '1-305-555-0134', '+44 20 7946 0958', '305-555-0134 x12'].map(
        readPhone,
      ),
    ).toEqual(['+13055550134', '+13055550134', '+13055550134', '+442079460958', '+13055550134;ext=12'])
    expect(['555-0134', 'call me', '123-456-7890', '+0123'].map(readPhone)).toEqual([null, null, null, null])
  })

  it('splits addresses as printed', () => {
    expect(splitAddress('4920,4900,4880 LUCERNE LKS, LAKE WORTH, FL 33465')).toEqual({
      street: '4920,4900,4880 Lucerne Lks',
      city: 'Lake Worth',
      region: 'FL',
      postalCode: '33465',
    })
    expect(splitAddress('UNKNOWN, , FL ')).toEqual({
      street: null,
      city: null,
      region: 'FL',
      postalCode: null,
    })
    expect(splitAddress('SUN CITY BOULEVARD, FT. MYERS, FL 999999')).toMatchObject({
      postalCode: null,
      city: 'Ft. Myers',
    })
    expect(splitAddress('')).toEqual({ street: null, city: null, region: null, postalCode: null })
  })

  it('knows the counties of Florida and their zones', () => {
    expect(resolveCounty('Saint Lucie County', null)).toEqual({ name: 'St. Lucie', zone: 'America/New_York' })
    expect(resolveCounty('ESCAMBIA', null)?.zone).toBe('America/Chicago')
    expect(resolveCounty('Gulf', 'Port St. Joe')?.zone).toBe('America/New_York')
    expect(resolveCounty('Gulf', 'Wewahitchka')?.zone).toBe('America/Chicago')
    expect(resolveCounty('Kings', null)).toBeNull()
  })
})
