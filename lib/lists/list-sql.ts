import { emptySql, joinSql, rawSql, type Sql, sql } from '@/lib/db/sql'
import type { List } from './define-list'
import { filterSql } from './filter-sql'
import { beyondSql, orderSql, type Place } from './keyset'
import type { ListQuery } from './read-list-query'
import { containsPattern, searchTerms } from './search-terms'

/** The most rows that are ever counted for a total. */
export const countLimit = 10_000

export type ListScope = {
  /** Narrows the list for the page it stands on, as in one association's units. */
  where?: Sql
  /** The zone in which days of instants begin; UTC unless told. */
  zone?: string
}

const whereSql = (conditions: Sql[]) =>
  conditions.length > 0 ? sql`where ${joinSql(conditions, ' and ')}` : emptySql

function searchSql({ search = [] }: List, pattern: string): Sql {
  if (typeof search === 'function') return search(pattern)
  const found = search.map(text => sql`${text} like ${pattern}`)
  return sql`(${joinSql(found, ' or ')})`
}

/** What narrows the list, whichever page of it is read. */
function conditionsOf(list: List, query: ListQuery, scope: ListScope): Sql[] {
  const terms = list.search ? searchTerms(query.q).map(term => searchSql(list, containsPattern(term))) : []
  const filters = Object.entries(query.filters).flatMap(([name, filter]) => {
    const column = list.columns[name]
    return column ? filterSql(column, filter, scope.zone ?? 'UTC') : []
  })
  return [...(scope.where ? [scope.where] : []), ...filters, ...terms]
}

/** Where a query stands in its list. */
function placeOf(list: List, query: ListQuery): Place {
  const keys = list.columns[query.sort.column]?.sort ?? []
  return { keys, id: list.key, way: query.sort.direction, backwards: query.from?.way === 'before' }
}

/** Whether expressions speak of other tables than the list's first. */
function needsJoins(list: List, expressions: Sql[]): boolean {
  const { joined } = list
  if (!joined) return false
  const mentioned = expressions.flatMap(({ text }) => [...text.matchAll(/\b([a-z_]\w*)\.(?=\w)/g)])
  return mentioned.some(([, name]) => name !== joined.alias && name !== 'app')
}

/** The columns to read: those shown, and the inner ones that every row carries. */
function selected(list: List, place: Place, shown: readonly string[]): Sql {
  const columns = Object.entries(list.columns)
    .filter(([name, column]) => column.inner || shown.includes(name))
    .map(([name, column]) => sql`${column.sql} as ${rawSql(`"${name.replaceAll('"', '')}"`)}`)
  const keys = place.keys.map((key, at) => sql`(${key.sql})::text as ${rawSql(`"_k${at}"`)}`)
  return joinSql([sql`${list.key} as id`, ...columns, ...keys], ', ')
}

/** One page and one row more, in the order it is read; `_k0`… are the sort's values as text. */
export function pageSql(list: List, query: ListQuery, scope: ListScope): { sql: Sql; simple: boolean } {
  const place = placeOf(list, query)
  const conditions = conditionsOf(list, query, scope)
  if (query.from) conditions.push(beyondSql(place, query.from.cursor))
  const order = sql`order by ${orderSql(place)}`
  const columns = selected(list, place, query.columns)
  const where = whereSql(conditions)
  // Written out: for a limit that is a parameter Postgres plans as if a tenth of the table were wanted.
  const limit = rawSql(`limit ${query.size + 1}`)
  if (!list.joined)
    return { sql: sql`select ${columns} from ${list.from} ${where} ${order} ${limit}`, simple: true }
  const { sql: joins, laterals = emptySql } = list.joined
  const needed = needsJoins(list, [...conditions, order])
  const alias = rawSql(list.joined.alias)
  const cut = sql`select ${alias}.* from ${list.from} ${needed ? joins : emptySql} ${where} ${order} ${limit}`
  return {
    sql: sql`select ${columns} from (${cut}) ${alias} ${joins} ${laterals} ${order}`,
    simple: !needed,
  }
}

/**
 * How many rows there are: the list's own plain total where that answers, else counted no further than the limit,
 * and only when the first page does not hold them all.
 */
export function totalSql(list: List, query: ListQuery, scope: ListScope): { sql: Sql; exact: boolean } {
  if (list.plainTotal && query.usual && query.q === '' && !scope.where)
    return { sql: sql`(${list.plainTotal})`, exact: true }
  const conditions = conditionsOf(list, query, scope)
  const joins = needsJoins(list, conditions) ? list.joined?.sql : undefined
  const enough = rawSql(`limit ${countLimit + 1}`)
  const some = sql`select 1 from ${list.from} ${joins ?? emptySql} ${whereSql(conditions)} ${enough}`
  const counted = sql`(select count(*) from (${some}) counted)`
  if (query.from) return { sql: counted, exact: false }
  const onPage = sql`(select count(*) from page)`
  const lazily = sql`(case when ${onPage} > ${query.size} then ${counted} else ${onPage} end)`
  return { sql: lazily, exact: false }
}
