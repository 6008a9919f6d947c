import { pageSizes } from '@/lib/lists/page-sizes'
import type { TableColumn, TableFilter } from './column'

export type TableSort = { id: string; direction: 'asc' | 'desc' }

/** What a list shows, as its address says it. */
export type TableQuery = {
  sort: TableSort
  q: string
  /** Cursors of keyset paging; at most one is set. */
  after: string | null
  before: string | null
  /** Chosen values by filter; only filters in use appear. */
  filters: Record<string, string[]>
  /** Columns chosen by hand, or null for the usual ones. */
  columns: string[] | null
  /** Rows on a page where somebody chose, or null for the usual number. */
  size: number | null
  view: string | null
}

export type SearchParams = Record<string, string | string[] | undefined>

/** What a list can be asked for, and how it is sorted when nobody asks. */
export type KnownQuery = { columns: TableColumn[]; filters?: TableFilter[]; sort: TableSort }

function all(value: string | string[] | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => Boolean(one))
}

function one(value: string | string[] | undefined): string | null {
  return all(value)[0] ?? null
}

function sortOf(text: string | null, { columns, sort }: KnownQuery): TableSort {
  const [id = '', direction] = text?.split('.') ?? []
  const sortable = columns.some(column => column.id === id && column.sortable)
  return sortable ? { id, direction: direction === 'desc' ? 'desc' : 'asc' } : sort
}

/** Reads a list's address; what it does not know (columns, filters) is dropped, so the result is safe to act on. */
export function parseTableQuery(params: SearchParams, known: KnownQuery): TableQuery {
  const filters: TableQuery['filters'] = {}
  for (const { id } of known.filters ?? []) {
    const values = all(params[`f.${id}`])
    if (values.length > 0) filters[id] = values.slice(0, 100)
  }
  const chosen = one(params.columns)?.split(',')
  const before = one(params.before)
  return {
    sort: sortOf(one(params.sort), known),
    q: (one(params.q) ?? '').trim().slice(0, 200),
    after: before ? null : one(params.after),
    before,
    filters,
    columns: chosen ? known.columns.map(column => column.id).filter(id => chosen.includes(id)) : null,
    size: pageSizes.find(size => String(size) === one(params.size)) ?? null,
    view: one(params.view),
  }
}

/** The address of a list, from `?`; paging is left out when `withPage` is false, as for saved views and exports. */
export function tableHref(query: TableQuery, { withPage = true, withView = true } = {}): string {
  const params = new URLSearchParams()
  if (withView && query.view) params.set('view', query.view)
  if (query.q) params.set('q', query.q)
  for (const [id, values] of Object.entries(query.filters))
    for (const value of values) params.append(`f.${id}`, value)
  params.set('sort', `${query.sort.id}.${query.sort.direction}`)
  if (query.columns) params.set('columns', query.columns.join(','))
  if (withPage && query.size) params.set('size', String(query.size))
  if (withPage && query.after) params.set('after', query.after)
  if (withPage && query.before) params.set('before', query.before)
  // A comma needs no escape in a query, and people read these.
  return `?${params.toString().replaceAll('%2C', ',')}`
}

/** Reads an address that `tableHref` made. */
export function readTableHref(href: string, known: KnownQuery): TableQuery {
  const params: Record<string, string[]> = {}
  for (const [key, value] of new URLSearchParams(href)) params[key] = [...(params[key] ?? []), value]
  return parseTableQuery(params, known)
}

/** A query with some of it changed; unless the change is about paging or columns, it starts at the first page. */
export function changeQuery(query: TableQuery, change: Partial<TableQuery>): TableQuery {
  const staysOnPage =
    'after' in change || 'before' in change || Object.keys(change).every(key => key === 'columns')
  return { ...query, ...(staysOnPage ? {} : { after: null, before: null }), ...change }
}

/** A query with one filter set to some values; none takes the filter away. */
export function changeFilter(query: TableQuery, id: string, values: string[]): TableQuery {
  const { [id]: _, ...others } = query.filters
  return changeQuery(query, { filters: values.length > 0 ? { ...others, [id]: values } : others })
}

/** The query after a click on a column's header: ascending, then descending, then ascending again. */
export function toggleSort(query: TableQuery, id: string): TableQuery {
  const direction = query.sort.id === id && query.sort.direction === 'asc' ? 'desc' : 'asc'
  return changeQuery(query, { sort: { id, direction } })
}

/** Whether a search or filter narrows the list. */
export function isNarrowed(query: TableQuery) {
  return query.q !== '' || Object.keys(query.filters).length > 0
}
