import { readCursor } from './cursor'
import type { List, RowOf } from './define-list'
import type { ListScope } from './list-sql'
import type { ListQuery } from './read-list-query'
import { sortName } from './read-list-query'
import { type ListPage, runList } from './run-list'

type Transact = <T>(work: (tx: Parameters<typeof runList>[0]) => Promise<T>) => Promise<T>

/**
 * Walks everything a query asks for, batch after batch, each in a transaction of its own, so that a long walk holds
 * none open; memory stays flat. Rows that change meanwhile are seen as they are when their batch is read.
 */
export async function* walkList<L>(
  transact: Transact,
  list: L & List,
  query: ListQuery,
  options: ListScope & { batch?: number } = {},
): AsyncGenerator<RowOf<L>[]> {
  const { batch = 1000, ...scope } = options
  const sized = { ...query, size: batch }
  let asked: ListQuery | null = { ...sized, from: null }
  while (asked) {
    const current: ListQuery = asked
    const page: ListPage<RowOf<L>> = await transact(tx =>
      runList<L>(tx, list, current, { ...scope, strict: true }),
    )
    if (page.rows.length > 0) yield page.rows
    const keys = list.columns[query.sort.column]?.sort ?? []
    const cursor = page.next ? readCursor(page.next, sortName(query.sort), keys) : null
    asked = cursor && { ...sized, from: { way: 'after', cursor } }
  }
}
