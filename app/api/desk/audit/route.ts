import { platformDownload } from '@/lib/action/platform-download'
import { platformAuditList } from '@/lib/directory/platform-audit-list'
import { exportPlatformAudit } from '@/lib/exports/export-platform-audit'
import { readListQuery } from '@/lib/lists/read-list-query'

/** The audit log of the dashboard as CSV: what the address filters, in its order and columns. */
export const GET = platformDownload({ can: 'audit:read' }, async ({ tx, admin, query }) => {
  const body = await exportPlatformAudit(tx, admin, readListQuery(platformAuditList, query))
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="portico-audit.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
