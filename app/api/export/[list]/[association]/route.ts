import { csvOf } from '@/app/api/export/csv-response'
import { tenantRoute } from '@/lib/action/tenant-route'

/** A list narrowed to one association as CSV. */
export const GET = tenantRoute({ can: 'export:create' }, csvOf)
