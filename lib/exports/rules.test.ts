import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { fileColumns, headerLine, inertText, rowLines } from './rules'

const list = defineList({
  id: 'units',
  from: sql`app.units u`,
  key: sql`u.id`,
  defaultSort: { column: 'name', direction: 'asc' },
  columns: {
    name: { label: 'Name', kind: 'text', sql: sql`u.name`, sort: sortBy('text', sql`u.name`) },
    units: { label: 'Units', kind: 'number', sql: sql`1` },
    kind: { label: 'Kind', kind: 'choice', sql: sql`u.kind`, choices: [{ value: 'hoa', label: 'HOA' }] },
    at: { label: 'Added', kind: 'instant', sql: sql`u.at` },
    did: { label: 'Did', kind: 'text', sql: sql`u.did`, say: value => `Did ${value}` },
    fee: { label: 'Fee', kind: 'money', currency: 'currency', sql: sql`u.fee` },
    tax: { label: 'Tax', kind: 'money', currency: 'currency', sql: sql`u.tax` },
    price: { label: 'Price', kind: 'money', sql: sql`u.price` },
    currency: { label: 'Currency', kind: 'text', sql: sql`u.currency`, inner: true },
  },
})

describe('inertText', () => {
  it.each(['=1+1', '+cmd', '-2+3+cmd|x', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('disarms %j', text => {
    expect(inertText(text)).toBe(`'${text}`)
  })

  it.each(['-12.50', '+13055550142', '(305) 555-0142', 'Bay = View', ''])('leaves %j', text => {
    expect(inertText(text)).toBe(text)
  })
})

describe('rowLines', () => {
  it('writes words, numbers and local times', () => {
    const rows = [{ name: 'Ocean, “Élan”\n2', units: -3, kind: 'hoa', at: '2026-01-15T23:30:00+00:00' }]
    expect(headerLine(list, ['name', 'units'])).toBe('\ufeffName,Units\r\n')
    expect(rowLines(list, ['name', 'units', 'kind', 'at'], rows, 'America/New_York')).toBe(
      '"Ocean, “Élan”\n2",-3,HOA,2026-01-15 18:30:00\r\n',
    )
    expect(rowLines(list, ['name', 'at'], [{ name: null }], 'UTC')).toBe(',\r\n')
  })

  it.each([
    ['1250', 'USD', '12.50'],
    ['-5', 'USD', '-0.05'],
    ['900', 'JPY', '900'],
    ['1', 'KWD', '0.001'],
    ['123456789012345678', 'EUR', '1234567890123456.78'],
  ])('writes %s of %s as %s, with its currency once', (minor, currency, amount) => {
    const columns = fileColumns(list, ['name', 'fee', 'tax', 'price'])
    expect(columns).toEqual(['name', 'fee', 'currency', 'tax', 'price'])
    expect(
      rowLines(list, columns, [{ name: 'A', fee: minor, tax: minor, price: '5', currency }], 'UTC'),
    ).toBe(`A,${amount},${currency},${amount},0.05\r\n`)
  })

  it('says values in the column’s own words, disarmed as well', () => {
    expect(rowLines(list, ['did'], [{ did: 'it' }, { did: null }], 'UTC')).toBe('Did it\r\n\r\n')
  })

  it('is read back as it was written, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), names => {
        const text = rowLines(
          list,
          ['name', 'units'],
          names.map(name => ({ name, units: 1 })),
          'UTC',
        )
        const cells: string[][] = parse(text, { record_delimiter: '\r\n', relax_quotes: false })
        expect(cells.map(([name]) => name)).toEqual(names.map(inertText))
        for (const [name = ''] of cells) expect(/^[=@\t\r]/.test(name)).toBe(false)
      }),
    )
  })
})
