import { tenantRoute } from '@/lib/action/tenant-route'
import { answerWithList } from '@/lib/lists/answer-with-list'
import { unitList } from '@/lib/units/unit-list'

/** A page of units as JSON, in the list's own order, filters and columns. */
export const GET = tenantRoute({ can: 'unit:read', feature: 'api' }, ({ tx, query, brand }) =>
  answerWithList(tx, unitList, query, brand.zone),
)
