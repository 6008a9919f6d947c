import { tenantRoute } from '@/lib/action/tenant-route'
import { associationList } from '@/lib/associations/association-list'
import { answerWithList } from '@/lib/lists/answer-with-list'

/** A page of associations as JSON, in the list’s own order, filters and columns. */
export const GET = tenantRoute({ can: 'association:read', feature: 'api' }, ({ tx, query, brand }) =>
  answerWithList(tx, associationList, query, brand.zone),
)
