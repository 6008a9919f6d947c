import { type Cursor, readCursor } from './cursor'
import type { List, SortOrder } from './define-list'
import { type Filter, readFilter } from './filter-value'
import { pageSizes } from './page-sizes'

/** What is asked of a list: how it is sorted and narrowed, which columns are shown, and from where the page starts. */
export type ListQuery = {
  sort: SortOrder
  q: string
  filters: Record<string, Filter>
  /** Whether the filters are just the list's own defaults. */
  usual: boolean
  columns: string[]
  /** Rows on a page. */
  size: number
  from: { way: 'after' | 'before'; cursor: Cursor } | null
}

/** A URL's query, as Next or the platform gives it. */
export type Params = URLSearchParams | Record<string, string | readonly string[] | undefined>

function allOf(params: Params, name: string): string[] {
  const value = params instanceof URLSearchParams ? params.getAll(name) : params[name]
  const texts = typeof value === 'string' ? [value] : (value ?? [])
  return texts.map(text => text.replaceAll('\u0000', '').slice(0, 2000)).filter(Boolean)
}

/** The columns people can choose from, in order. */
export function offeredColumns(list: List): string[] {
  return Object.keys(list.columns).filter(name => !list.columns[name]?.inner)
}

function readSort(list: List, text: string): SortOrder {
  const [column = '', direction] = text.split('.')
  const known = Object.hasOwn(list.columns, column) && list.columns[column]?.sort
  return known && (direction === 'asc' || direction === 'desc') ? { column, direction } : list.defaultSort
}

function readFilters(list: List, params: Params): Pick<ListQuery, 'filters' | 'usual'> {
  const filters: Record<string, Filter> = {}
  let usual = true
  for (const [name, column] of Object.entries(list.columns)) {
    const asked = readFilter(column, allOf(params, `f.${name}`))
    const filter = asked ?? readFilter(column, list.defaultFilters?.[name] ?? [])
    if (asked) usual = false
    if (filter) filters[name] = filter
  }
  return { filters, usual }
}

function readColumns(list: List, text: string): string[] {
  const offered = offeredColumns(list)
  const asked = new Set(text.split(',').filter(name => offered.includes(name)))
  const isShown = (name: string) =>
    list.columns[name]?.fixed || (asked.size > 0 ? asked.has(name) : !list.columns[name]?.hidden)
  return offered.filter(isShown)
}

/** Names a sort the way the URL does. */
export function sortName({ column, direction }: SortOrder): string {
  return `${column}.${direction}`
}

/**
 * Reads a list's query from the URL: `sort=name.desc&q=…&f.<column>=…&columns=a,b&size=50&after=…` (or `before=…`). Whatever
 * makes no sense is left out, so that an old bookmark still opens the list.
 */
export function readListQuery<L>(list: L & List, params: Params): ListQuery {
  const get = (name: string) => allOf(params, name)[0] ?? null
  const sort = readSort(list, get('sort') ?? '')
  const keys = list.columns[sort.column]?.sort ?? []
  const at = (way: 'after' | 'before') => {
    const text = get(way)
    const cursor = text ? readCursor(text, sortName(sort), keys) : null
    return cursor && { way, cursor }
  }
  return {
    sort,
    q: (get('q') ?? '').trim().slice(0, 100),
    ...readFilters(list, params),
    columns: readColumns(list, get('columns') ?? ''),
    size: pageSizes.find(size => String(size) === get('size')) ?? list.pageSize,
    from: at('before') ?? at('after'),
  }
}
