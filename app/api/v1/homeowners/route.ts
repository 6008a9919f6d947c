import { tenantRoute } from '@/lib/action/tenant-route'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import { answerWithList } from '@/lib/lists/answer-with-list'

/** A page of homeowners as JSON, in the list's own order, filters and columns. */
export const GET = tenantRoute({ can: 'homeowner:read', feature: 'api' }, ({ tx, query, brand }) =>
  answerWithList(tx, homeownerList, query, brand.zone),
)
