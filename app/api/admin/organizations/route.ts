import { platformRoute } from '@/lib/action/platform-route'
import { ok } from '@/lib/action/result'
import { createOrganization } from '@/lib/organizations/create-organization'
import { newOrganizationSchema } from '@/lib/organizations/schema'

/** Makes a company: 201 with it, or 200 when this very request made it before. */
export const POST = platformRoute(
  { scope: 'organizations:write', body: newOrganizationSchema },
  async ({ api, input }) => {
    const created = await createOrganization(api, input)
    if (!created.ok) return created
    const { made, organization } = created.value
    const location = `/api/admin/organizations/${organization.id}`
    return ok({ status: made ? 201 : 200, headers: { location }, body: organization })
  },
)
