import { ok, type Result } from '@/lib/action/result'
import type { List, RowOf } from './define-list'
import { readListQuery } from './read-list-query'
import { type ListPage, runList } from './run-list'

/** A page of a list as the REST API gives it; `previous` and `next` are addresses from `?`, or null. */
export type ApiPage<Row> = { data: Row[]; previous: string | null; next: string | null }

/** Answers a request of the REST API with a page of a list. */
export async function answerWithList<L>(
  tx: Parameters<typeof runList>[0],
  list: L & List,
  params: URLSearchParams,
  zone: string,
): Promise<Result<ApiPage<RowOf<L>>>> {
  const page: ListPage<RowOf<L>> = await runList<L>(tx, list, readListQuery(list, params), { zone })
  const address = (way: 'before' | 'after', place: string | null) => {
    if (!place) return null
    const turned = new URLSearchParams(params)
    turned.delete('after')
    turned.delete('before')
    turned.set(way, place)
    return `?${turned}`
  }
  return ok({
    data: page.rows,
    previous: address('before', page.previous),
    next: address('after', page.next),
  })
}
