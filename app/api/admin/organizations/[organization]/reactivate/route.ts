import { platformRoute } from '@/lib/action/platform-route'
import { reactivateTenant } from '@/lib/directory/reactivate-tenant'
import { actOnOrganization } from '@/lib/organizations/act-on-organization'

/** Opens a suspended company's pages again. */
export const POST = platformRoute({ scope: 'organizations:write' }, ({ api, params }) =>
  actOnOrganization(params.organization ?? '', (tx, { tenantId }) => reactivateTenant(tx, api, { tenantId })),
)
