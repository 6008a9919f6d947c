import { platformRoute } from '@/lib/action/platform-route'
import { suspendTenant } from '@/lib/directory/suspend-tenant'
import { actOnOrganization } from '@/lib/organizations/act-on-organization'
import { reasonSchema } from '@/lib/organizations/schema'

/** Closes a company's pages until it is reactivated. */
export const POST = platformRoute(
  { scope: 'organizations:write', body: reasonSchema },
  ({ api, params, input }) =>
    actOnOrganization(params.organization ?? '', (tx, { tenantId }) =>
      suspendTenant(tx, api, { tenantId, ...input }),
    ),
)
