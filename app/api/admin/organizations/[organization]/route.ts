import { platformRoute } from '@/lib/action/platform-route'
import { ok, refuse } from '@/lib/action/result'
import { asPlatform } from '@/lib/db/as-platform'
import { changeOrganization } from '@/lib/organizations/change-organization'
import { describeOrganization, findOrganization } from '@/lib/organizations/read-organization'
import { readSettings } from '@/lib/organizations/read-settings'
import { organizationChangeSchema } from '@/lib/organizations/schema'

/** Shows one company. */
export const GET = platformRoute({ scope: 'organizations:read' }, async ({ params }) => {
  const row = await asPlatform(tx => findOrganization(tx, params.organization ?? ''))
  if (!row || row.status === 'provisioning') return refuse('not_found')
  const organization = describeOrganization(row)
  return ok({ body: { ...organization, settings: await readSettings(organization.tenantId) } })
})

/** Changes a company's name, tier or settings. */
export const PATCH = platformRoute(
  { scope: 'organizations:write', body: organizationChangeSchema },
  async ({ api, params, input }) => {
    const changed = await changeOrganization(api, params.organization ?? '', input)
    if (!changed.ok) return changed
    return ok({ body: { ...changed.value, settings: await readSettings(changed.value.tenantId) } })
  },
)
