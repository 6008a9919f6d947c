import { invalid, noSuch } from './api-error'
import type { Params } from './params'

/** One page of rows given oldest first: newest first, bounded by limit, starting_after and ending_before. */
export function listPage<T extends { id: string }>(rows: T[], params: Params, url: string) {
  const limit = params.int('limit') ?? 10
  if (limit < 1 || limit > 100) {
    throw invalid('This value must be between 1 and 100 (inclusive).', 'limit', 'parameter_invalid_integer')
  }
  return pageOf(rows.toReversed(), limit, params, url)
}

/** One page of rows in the order given. */
export function pageOf<T extends { id: string }>(rows: T[], limit: number, params: Params, url: string) {
  const [after, before] = [params.text('starting_after'), params.text('ending_before')]
  const first = after ? position(rows, after, 'starting_after') + 1 : 0
  const end = before ? position(rows, before, 'ending_before') : rows.length
  const start = before ? Math.max(0, end - limit) : first
  const data = rows.slice(start, Math.min(end, start + limit))
  const has_more = before ? start > 0 : start + limit < rows.length
  return { object: 'list' as const, data, has_more, url }
}

/** Whether an instant is within what the parameter `created` asks for. */
export function createdFilter(params: Params): (row: { created: number }) => boolean {
  const range = params.part('created')
  if (!range) {
    const exactly = params.int('created')
    return row => exactly === undefined || row.created === exactly
  }
  const [gt, gte, lt, lte] = ['gt', 'gte', 'lt', 'lte'].map(name => range.int(name))
  return ({ created }) =>
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
}

function position(rows: { id: string }[], id: string, param: string): number {
  const at = rows.findIndex(row => row.id === id)
  if (at < 0) throw noSuch('object', id, param)
  return at
}
