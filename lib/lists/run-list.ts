import { planAfresh } from '@/lib/db/plan-afresh'
import { readRows } from '@/lib/db/read-rows'
import { emptySql, type Reader, rawSql, sql } from '@/lib/db/sql'
import { writeCursor } from './cursor'
import type { List, RowOf } from './define-list'
import { countLimit, type ListScope, pageSql, totalSql } from './list-sql'
import { type ListQuery, sortName } from './read-list-query'

export type ListPage<Row> = {
  rows: Row[]
  /** Where the page before and the page after begin, for `before=` and `after=`; null when there is none. */
  previous: string | null
  next: string | null
  /** All rows that match; `capped` when there are more than were counted. Null when nobody asked. */
  total: { count: number; capped: boolean } | null
}

type Raw = { id: string } & Record<string, unknown>
type Answer = { rows: Raw[] | null; total: number | null }

/** Splits the sort's values from what the row shows. */
function splitRow(raw: Raw): { row: Raw; values: (string | null)[] } {
  const row: Raw = { id: raw.id }
  const values: (string | null)[] = []
  for (const [name, value] of Object.entries(raw)) {
    if (name.startsWith('_k')) values.push(value === null ? null : String(value))
    else row[name] = value
  }
  return { row, values }
}

function readTotal(total: number | null, exact: boolean): ListPage<never>['total'] {
  if (total === null) return null
  return exact
    ? { count: total, capped: false }
    : { count: Math.min(total, countLimit), capped: total > countLimit }
}

async function read(tx: Reader, list: List, query: ListQuery, options: ListScope & { count?: boolean }) {
  const total = options.count ? totalSql(list, query, options) : null
  const page = pageSql(list, query, options)
  const kept = (page.simple || !query.from) && query.usual && query.q === '' && !options.where
  const [answer] = await readRows<Answer>(
    tx,
    sql`${kept ? emptySql : rawSql(planAfresh)}
    with page as materialized (${page.sql})
    select (select json_agg(page.*) from page) as rows, ${total?.sql ?? sql`null`}::int as total`,
  )
  return { raws: answer?.rows ?? [], total: readTotal(answer?.total ?? null, total?.exact ?? false) }
}

/**
 * Reads one page of a list in one statement: sorted, filtered and searched by Postgres under the reader's own
 * permissions, paged by keyset. A place that no longer holds any row opens the first page.
 * @param options.where narrows the list for the page it stands on
 * @param options.count also counts what matches, up to 10,000
 * @param options.strict answers with no rows where the place holds none any more, as a walk needs
 */
export async function runList<L>(
  tx: Reader,
  list: L & List,
  query: ListQuery,
  options: ListScope & { count?: boolean; strict?: boolean } = {},
): Promise<ListPage<RowOf<L>>> {
  const { raws, total } = await read(tx, list, query, options)
  if (raws.length === 0 && query.from && !options.strict)
    return runList(tx, list, { ...query, from: null }, options)
  const more = raws.length > query.size
  const backwards = query.from?.way === 'before'
  const kept = raws.slice(0, query.size).map(splitRow)
  if (backwards) kept.reverse()
  const place = (at: number) => {
    const end = kept.at(at)
    return end ? writeCursor({ sort: sortName(query.sort), values: end.values, id: end.row.id }) : null
  }
  return {
    rows: kept.map(({ row }) => row) as RowOf<L>[],
    previous: (backwards ? more : query.from !== null) ? place(0) : null,
    next: (backwards ? true : more) ? place(-1) : null,
    total,
  }
}
