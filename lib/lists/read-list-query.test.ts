import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sql } from '@/lib/db/sql'
import { readCursor, writeCursor } from './cursor'
import { defineList, sortBy } from './define-list'
import { describeColumns } from './describe-columns'
import { readListQuery } from './read-list-query'
import { containsPattern, normaliseText, searchTerms } from './search-terms'

const list = defineList({
  id: 'units',
  from: sql`app.units u`,
  key: sql`u.id`,
  defaultSort: { column: 'label', direction: 'asc' },
  columns: {
    label: {
      label: 'Unit',
      kind: 'text',
      sql: sql`u.label`,
      sort: sortBy('text', sql`u.label_sort`),
      fixed: true,
    },
    count: { label: 'Count', kind: 'number', sql: sql`1`, filter: true },
    day: { label: 'Day', kind: 'date', sql: sql`u.day`, filter: true, hidden: true },
    kind: {
      label: 'Kind',
      kind: 'choice',
      sql: sql`u.kind`,
      filter: true,
      choices: [{ value: 'a', label: 'A' }],
    },
    owner: { label: 'Owner', kind: 'id', sql: sql`u.owner`, filter: true, inner: true },
  },
})

const id = '0190f3a0-0000-7000-8000-000000000001'

describe('readListQuery', () => {
  it('reads what an address says', () => {
    const query = readListQuery(list, {
      sort: 'label.desc',
      q: '  ocean ',
      'f.count': '3..',
      'f.day': '..2024-02-29',
      'f.kind': ['a'],
      'f.owner': id,
      columns: 'day',
      size: '100',
    })
    expect(query).toEqual({
      sort: { column: 'label', direction: 'desc' },
      q: 'ocean',
      usual: false,
      columns: ['label', 'day'],
      size: 100,
      from: null,
      filters: {
        count: { is: 'range', from: '3', to: null },
        day: { is: 'range', from: null, to: '2024-02-29' },
        kind: { is: 'in', values: ['a'] },
        owner: { is: 'in', values: [id] },
      },
    })
  })

  it('leaves out what makes no sense', () => {
    const query = readListQuery(list, {
      sort: 'constructor.asc',
      'f.count': '3.5..x',
      'f.day': '2024-02-30',
      'f.kind': 'b',
      'f.owner': "' or 1=1",
      'f.label': 'x',
      columns: 'owner,nothing',
      after: 'rubbish',
    })
    expect(query).toMatchObject({ sort: list.defaultSort, filters: {}, usual: true, from: null, size: 25 })
    expect(query.columns).toEqual(['label', 'count', 'kind'])
  })

  it('survives any address', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('label.desc', '~empty', '1..2', writeCursor({ sort: 'label.asc', values: ['x'], id })),
    )
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('sort', 'q', 'after', 'before', 'columns', 'f.count', 'f.kind', 'f.day'),
          value,
        ),
        params => {
          const query = readListQuery(list, new URLSearchParams(params))
          expect(JSON.stringify(query)).not.toContain('\\u0000')
        },
      ),
    )
  })
})

describe('cursors', () => {
  const text = [{ kind: 'text' as const, sql: sql`x` }]

  it('come back as they were written, for their own sort alone', () => {
    fc.assert(
      fc.property(
        fc.string().filter(value => !value.includes('\u0000')),
        value => {
          const place = { sort: 'label.asc', values: [value], id }
          expect(readCursor(writeCursor(place), 'label.asc', text)).toEqual(place)
          expect(readCursor(writeCursor(place), 'label.desc', text)).toBeNull()
        },
      ),
    )
  })

  it('are refused when a value is not of its key’s kind', () => {
    const read = (kind: 'number' | 'date' | 'instant' | 'id' | 'flag', value: string | null) =>
      readCursor(writeCursor({ sort: 's', values: [value], id }), 's', [{ kind, sql: sql`x` }])
    expect(read('number', '12')).not.toBeNull()
    expect(read('number', '1e9')).toBeNull()
    expect(read('date', '2024-02-30')).toBeNull()
    expect(read('instant', '2024-02-29 10:00:00.123456+00')).not.toBeNull()
    expect(read('instant', '2024-02-30 10:00:00+00')).toBeNull()
    expect(read('instant', '2024-02-29 25:00:00+00')).toBeNull()
    expect(read('id', 'x')).toBeNull()
    expect(read('flag', 'maybe')).toBeNull()
    expect(read('number', null)).toBeNull()
  })
})

describe('search', () => {
  it('compares lower case without accents, with wildcards escaped', () => {
    expect(normaliseText('  Ocean\tÉLAN ')).toBe('ocean elan')
    expect(searchTerms('a b c d e f g h i j')).toHaveLength(8)
    expect(containsPattern('50%_\\')).toBe('%50\\%\\_\\\\%')
  })
})

describe('describeColumns', () => {
  it('offers what people may choose, with the words of choices', () => {
    const columns = describeColumns(list, { label: { hrefKey: 'href' } })
    expect(columns.map(column => column.id)).toEqual(['label', 'count', 'day', 'kind'])
    expect(columns[0]).toEqual({
      id: 'label',
      header: 'Unit',
      kind: 'text',
      sortable: true,
      fixed: true,
      hrefKey: 'href',
    })
    expect(columns[3]?.words).toEqual({ a: { label: 'A' } })
  })
})
