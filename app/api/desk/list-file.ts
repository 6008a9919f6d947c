import type { PlatformDownloadInput } from '@/lib/action/platform-download'
import { exportPlatformList } from '@/lib/exports/export-platform-list'
import type { List } from '@/lib/lists/define-list'
import { readListQuery } from '@/lib/lists/read-list-query'
import { dateIn } from '@/lib/time/local-date'

/** Answers with a list of the dashboard's as a CSV file: what the address filters, in its order and columns. */
export function listFile<L>(list: L & List) {
  return async ({ tx, admin, query, can }: PlatformDownloadInput): Promise<Response> => {
    const asked = query.toString().slice(0, 2000)
    const body = await exportPlatformList(tx, admin, list, { query: readListQuery(list, query), asked, can })
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="portico-${list.id}-${dateIn('UTC', new Date())}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  }
}
