import { refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { can } from '@/lib/auth/actor'
import { exportList } from '@/lib/exports/export-list'
import { findExportedList } from '@/lib/exports/exported-lists'
import { readListQuery } from '@/lib/lists/read-list-query'

/** A list as CSV: what the address filters, in its order and columns. */
export const GET = tenantRoute(
  { can: 'export:create' },
  async ({ tx, actor, brand, params, query, today }) => {
    const list = findExportedList(params.list ?? '')
    if (!list) return refuse('not_found')
    if (list.can && !can(actor, list.can)) return refuse('forbidden')
    const asked = query.toString().slice(0, 2000)
    const body = await exportList(tx, actor, list, {
      query: readListQuery(list, query),
      zone: brand.zone,
      asked,
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${list.id}-${today}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
)
