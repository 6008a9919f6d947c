import { type Result, refuse } from '@/lib/action/result'
import type { RouteInput } from '@/lib/action/tenant-route'
import { can } from '@/lib/auth/actor'
import { exportList } from '@/lib/exports/export-list'
import { findExportedList } from '@/lib/exports/exported-lists'
import { readListQuery } from '@/lib/lists/read-list-query'

/**
 * Answers with the list that the path names as a CSV file, narrowed to an association when the path names one.
 * @returns refusal 'not_found' or 'forbidden'
 */
export async function csvOf({
  tx,
  actor,
  brand,
  params,
  query,
  today,
}: RouteInput): Promise<Result<unknown> | Response> {
  const list = findExportedList(params.list ?? '')
  if (!list || (params.association && !list.columns.associationId)) return refuse('not_found')
  if (list.can && !can(actor, list.can)) return refuse('forbidden')
  if (params.association) query.set('f.associationId', params.association)
  const asked = readListQuery(list, query)
  if (params.association && !asked.filters.associationId) return refuse('not_found')
  const body = await exportList(tx, actor, list, {
    query: asked,
    zone: brand.zone,
    asked: query.toString().slice(0, 2000),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${list.id}-${today}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
