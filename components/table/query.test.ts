import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableColumn, TableFilter } from './column'
import {
  changeFilter,
  changeQuery,
  isNarrowed,
  parseTableQuery,
  readTableHref,
  tableHref,
  toggleSort,
} from './query'

const columns: TableColumn[] = [
  { id: 'name', header: 'Name', sortable: true, fixed: true },
  { id: 'county', header: 'County', sortable: true },
  { id: 'note', header: 'Note', hidden: true },
]
const filters: TableFilter[] = [
  { id: 'county', label: 'County', kind: 'options', options: [] },
  { id: 'since', label: 'Since', kind: 'dates' },
]
const known = { columns, filters, sort: { id: 'name', direction: 'asc' as const } }

const text = fc.string({ maxLength: 40 })
const value = fc.string({ minLength: 1, maxLength: 20 })
const queries = fc.record({
  sort: fc.record({
    id: fc.constantFrom('name', 'county'),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  q: text.map(words => words.trim()),
  after: fc.constant(null),
  before: fc.option(value),
  filters: fc.dictionary(fc.constantFrom('county', 'since'), fc.array(value, { minLength: 1, maxLength: 4 })),
  columns: fc.option(fc.subarray(['name', 'county', 'note'], { minLength: 1 })),
  size: fc.constantFrom(null, 25, 50, 100),
  view: fc.option(value),
})

describe('the address of a list', () => {
  it('says exactly what it was made from', () => {
    fc.assert(
      fc.property(queries, query => {
        expect(readTableHref(tableHref(query), known)).toEqual({ ...query, filters: { ...query.filters } })
      }),
    )
  })

  it('drops what the list does not know', () => {
    expect(
      parseTableQuery({ sort: 'note.desc', 'f.role': 'x', columns: 'name,secret', size: '7' }, known),
    ).toMatchObject({
      sort: known.sort,
      filters: {},
      columns: ['name'],
      size: null,
    })
  })

  it('keeps one cursor when both are given', () => {
    expect(parseTableQuery({ after: 'a', before: 'b' }, known)).toMatchObject({ after: null, before: 'b' })
  })

  it('leaves paging out of views and exports', () => {
    const query = parseTableQuery({ after: 'a', q: 'pine', view: 'v1', size: '50' }, known)
    expect(tableHref(query, { withPage: false, withView: false })).toBe('?q=pine&sort=name.asc')
  })
})

describe('changing a list', () => {
  const page2 = parseTableQuery({ after: 'cursor', 'f.county': ['Broward', 'Lee'] }, known)

  it('starts over when sorting, searching or filtering', () => {
    expect(toggleSort(page2, 'county').after).toBeNull()
    expect(changeQuery(page2, { q: 'x' }).after).toBeNull()
    expect(changeFilter(page2, 'county', ['Lee'])).toMatchObject({
      after: null,
      filters: { county: ['Lee'] },
    })
  })

  it('stays on the page when columns change', () => {
    expect(changeQuery(page2, { columns: ['name'] }).after).toBe('cursor')
  })

  it('turns the direction on the second click', () => {
    const once = toggleSort(page2, 'county')
    expect(once.sort).toEqual({ id: 'county', direction: 'asc' })
    expect(toggleSort(once, 'county').sort.direction).toBe('desc')
  })

  it('takes a filter away when nothing of it is left', () => {
    expect(isNarrowed(page2)).toBe(true)
    expect(isNarrowed(changeFilter(page2, 'county', []))).toBe(false)
  })
})
