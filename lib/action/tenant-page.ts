import { forbidden, notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { recordGuest } from '@/lib/audit/record-guest'
import { type Account, mayRead } from '@/lib/auth/account'
import { type Brand, can, readOpened, type UserActor } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { refuseFeature } from '@/lib/features/refuse-feature'
import type { FeatureId } from '@/lib/features/registry'
import { domainUrl } from '@/lib/tenancy/tenant-url'
import { reportSurprises } from './report-surprise'
import { viewerOfRequest } from './request-actor'
import { type RequestFace, requestFace, sessionFor } from './request-face'
import { measured } from './request-meter'
import { readLocalDateToday } from './today'
import { type Meet, tracingGuest } from './trace-guest'

/** Who may open the page, and the feature of the company's that it belongs to. */
export type PageSpec = { can: Permission; feature?: FeatureId }

type NextPageProps = {
  params: Promise<Record<string, string | string[]>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type PageInput = {
  tx: TenantTx
  actor: UserActor
  brand: Brand
  account: Account
  /** Route parameters; a query parameter of the same name cannot shadow them. */
  params: Record<string, string>
  query: Record<string, string | undefined>
  /** The query with every value of a repeated parameter, as lists' filters are. */
  search: Record<string, string | string[] | undefined>
  today: ReturnType<typeof readLocalDateToday>
}

const single = (values: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? value.at(-1) : value]),
  )

/** The tenant of the host; a path that names another than the host does is not found, and a subdomain leads to the company's own domain. */
export function tenantOf(request: RequestFace) {
  if (!request.tenant || request.tenant.status === 'closed' || request.tenant.status === 'provisioning')
    notFound()
  const { domain } = request.tenant
  // Temporary, for a domain may go again; a browser would remember another kind for good.
  if (request.face.kind === 'tenant' && domain) redirect(domainUrl(domain, request.path))
  return request.tenant
}

/** Where a suspended company's people who see its bill are sent. */
const payingPath = '/manage/settings/billing'

const signInPath = (path: string, state: string) => {
  const query = new URLSearchParams({ next: path, ...(state !== 'anonymous' && { ended: state }) })
  return `/sign-in?${query}`
}

/**
 * Makes a page of a tenant: finds the tenant by host, opens the page's one transaction, proves session and
 * permission inside it, looks whether the company has the feature, and lets `render` load and draw. Everything the page shows must be loaded in `render`; the
 * transaction is over before React walks the tree.
 */
export function tenantPage(spec: PageSpec, render: (input: PageInput) => Promise<ReactNode>) {
  const page = async (props: NextPageProps): Promise<ReactNode> => {
    const shell = viewerOfRequest()
    shell.claim()
    try {
      return await reportSurprises(() => open(props, shell))
    } catch (error) {
      shell.reject(error)
      throw error
    }
  }
  async function open(props: NextPageProps, shell: ReturnType<typeof viewerOfRequest>): Promise<ReactNode> {
    const request = await requestFace()
    const tenant = tenantOf(request)
    const [params, query] = await Promise.all([props.params, props.searchParams])
    const context = { tenantId: tenant.id, sessionId: sessionFor(request, tenant) }
    const transact = (meet: Meet) =>
      inTenant(context, async (tx, answer) => {
        const { state, brand, account, actor } = readOpened(tenant.id, answer)
        const missing = refuseFeature(account, spec.feature) ? spec.feature : undefined
        meet(actor)
        shell.resolve({ actor, brand, account, state, missing })
        if (tenant.status === 'suspended') forbidden()
        if (!actor) redirect(signInPath(request.path, state))
        if (!can(actor, spec.can) || missing) forbidden()
        await recordGuest(tx, actor, { action: 'support:viewed', path: request.path })
        if (!mayRead(account, spec.can))
          return can(actor, 'billing:read') ? redirect(payingPath) : forbidden()
        return render({
          tx,
          actor,
          brand,
          account,
          params: single(params) as Record<string, string>,
          query: single(query),
          search: query,
          today: readLocalDateToday(brand.zone),
        })
      })
    return tracingGuest(context, { path: request.path, as: spec.can }, meet =>
      measured(tenant.id, () => transact(meet)),
    )
  }
  return Object.assign(page, { spec: { entry: 'tenant-page' as const, ...spec } })
}
