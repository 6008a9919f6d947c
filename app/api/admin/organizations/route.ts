import { readFieldErrors } from '@/lib/action/field-errors'
import { platformRoute } from '@/lib/action/platform-route'
import { ok, refuse } from '@/lib/action/result'
import { asPlatform } from '@/lib/db/as-platform'
import { createOrganization } from '@/lib/organizations/create-organization'
import { listOrganizations } from '@/lib/organizations/list-organizations'
import { newOrganizationSchema, organizationQuerySchema } from '@/lib/organizations/schema'

/** Lists companies, the newest first, a page at a time. */
export const GET = platformRoute({ scope: 'organizations:read' }, async ({ query }) => {
  const asked = organizationQuerySchema.safeParse(Object.fromEntries(query))
  if (!asked.success) return { ...refuse('invalid'), errors: readFieldErrors(asked.error.issues) }
  return ok({ body: await asPlatform(tx => listOrganizations(tx, asked.data)) })
})

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
