import { forbidden } from 'next/navigation'
import type { ReactNode } from 'react'
import { type Brand, readOpened, type UserActor } from '@/lib/auth/actor'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { reportSurprises } from './report-surprise'
import { viewerOfRequest } from './request-actor'
import { requestFace, sessionFor } from './request-face'
import { tenantOf } from './tenant-page'

type NextPageProps = {
  params: Promise<Record<string, string | string[]>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type PublicPageInput = {
  tenant: DirectoryEntry
  brand: Brand
  /** Who is already signed in, if anybody. */
  actor: UserActor | null
  params: Record<string, string>
  query: Record<string, string | undefined>
  /** Looks something up as the system, for pages that hold a proof of their own, such as a token. */
  asSystem: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>
}

const texts = (values: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(values).map(([k, v]) => [k, Array.isArray(v) ? v.at(-1) : v]))

/** Makes a page of a tenant that anybody may open: it knows the brand and shows nothing of the tenant's content. */
export function publicPage(
  spec: { purpose: string },
  render: (input: PublicPageInput) => Promise<ReactNode>,
) {
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
    const context = { tenantId: tenant.id, sessionId: sessionFor(request, tenant) }
    const opened = await inTenant(context, async (_, answer) => readOpened(tenant.id, answer))
    shell.resolve(opened)
    if (tenant.status === 'suspended') forbidden()
    const [params, query] = await Promise.all([props.params, props.searchParams])
    return render({
      tenant,
      brand: opened.brand,
      actor: opened.actor,
      params: texts(params) as Record<string, string>,
      query: texts(query),
      asSystem: work => inTenant({ tenantId: tenant.id, system: spec.purpose }, work),
    })
  }
  return Object.assign(page, { spec: { entry: 'public-page' as const, ...spec } })
}
