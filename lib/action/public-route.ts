import { type Brand, readOpened } from '@/lib/auth/actor'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { reportSurprises, Surprise } from './report-surprise'
import { requestFace } from './request-face'
import { refuse } from './result'
import { problem } from './tenant-route'

export type PublicRouteInput = {
  tx: TenantTx
  tenant: DirectoryEntry
  brand: Brand
  request: Request
  query: URLSearchParams
}

/**
 * Makes an API route of a tenant that anybody may read: its logo, its web-app manifest. It looks as a visitor who has
 * not signed in, so the database shows it nothing but what is public, and who asks makes no difference to the answer.
 */
export function publicRoute(
  spec: { purpose: string },
  handler: (input: PublicRouteInput) => Promise<Response>,
) {
  const route = async (request: Request): Promise<Response> => {
    const { tenant } = await requestFace()
    if (!tenant || tenant.status === 'closed' || tenant.status === 'provisioning')
      return problem(refuse('not_found'))
    const query = new URL(request.url).searchParams
    try {
      return await reportSurprises(() =>
        inTenant({ tenantId: tenant.id, sessionId: null }, async (tx, answer) =>
          handler({ tx, tenant, brand: readOpened(tenant.id, answer).brand, request, query }),
        ),
      )
    } catch (error) {
      if (!(error instanceof Surprise)) throw error
      return problem(refuse('surprise', { params: { id: error.digest } }))
    }
  }
  return Object.assign(route, { spec: { entry: 'public-route' as const, ...spec } })
}
