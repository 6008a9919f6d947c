import { tenantRoute } from '@/lib/action/tenant-route'
import { searchRecords } from '@/lib/search/search-records'

/** Records for the command menu: `?q=` in, `[{ href, label, detail, group }]` out. */
export const GET = tenantRoute({ can: 'association:read' }, async ({ tx, actor, query }) => ({
  ok: true,
  value: await searchRecords(tx, actor, query.get('q') ?? ''),
}))
