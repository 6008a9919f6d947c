import { csvOf } from '@/app/api/export/csv-response'
import { tenantRoute } from '@/lib/action/tenant-route'

/** A list as CSV: what the address filters, in its order and columns. */
export const GET = tenantRoute({ can: 'export:create' }, csvOf)
