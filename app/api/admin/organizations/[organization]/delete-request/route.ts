import { platformRoute } from '@/lib/action/platform-route'
import { cancelDeletion } from '@/lib/directory/cancel-deletion'
import { requestDeletion } from '@/lib/directory/request-deletion'
import { actOnOrganization } from '@/lib/organizations/act-on-organization'
import { reasonSchema } from '@/lib/organizations/schema'

/** Closes a company and asks for its deletion when the grace is over. */
export const POST = platformRoute(
  { scope: 'organizations:write', body: reasonSchema },
  ({ api, params, input, now }) =>
    actOnOrganization(params.organization ?? '', (tx, { tenantId }) =>
      requestDeletion(tx, api, { tenantId, ...input }, now),
    ),
)

/** Takes the request back. */
export const DELETE = platformRoute({ scope: 'organizations:write' }, ({ api, params, now }) =>
  actOnOrganization(params.organization ?? '', (tx, { tenantId }) =>
    cancelDeletion(tx, api, { tenantId }, now),
  ),
)
