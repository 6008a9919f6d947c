import { recordGuest } from '@/lib/audit/record-guest'
import { type Account, mayRead, mayWrite } from '@/lib/auth/account'
import { type Brand, can, readOpened, type UserActor } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { env } from '@/lib/env/env'
import { refuseFeature } from '@/lib/features/refuse-feature'
import type { FeatureId } from '@/lib/features/registry'
import type { LocalDate } from '@/lib/time/local-date'
import { noteApiCall } from './note-api-call'
import { reasons } from './reasons'
import { reportSurprises, Surprise } from './report-surprise'
import { type RequestFace, requestFace, sessionFor } from './request-face'
import { measured } from './request-meter'
import { type Refusal, type Result, refuse } from './result'
import { runInTenant } from './run-in-tenant'
import { readLocalDateToday } from './today'
import { type Meet, tracingGuest } from './trace-guest'

export type RouteInput = {
  tx: TenantTx
  actor: UserActor
  brand: Brand
  account: Account
  request: Request
  face: RequestFace
  params: Record<string, string>
  query: URLSearchParams
  today: LocalDate
}

type NextContext = { params: Promise<Record<string, string | string[]>> }

/** Writes a refusal as RFC 9457 problem details. */
export function problem(refusal: Refusal): Response {
  const { status } = reasons[refusal.reason]
  const body = {
    type: `urn:portico:problem:${refusal.reason}`,
    title: refusal.message,
    status,
    reason: refusal.reason,
    fields: refusal.fields,
    link: refusal.link,
  }
  return Response.json(body, {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

const isWrite = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD'

/** A cookie-authenticated write must come from the tenant's own pages: a missing, null or foreign Origin is refused. */
export function isForeignWrite(request: Request, host: string): boolean {
  if (!isWrite(request)) return false
  const origin = request.headers.get('origin')
  try {
    return origin === null || new URL(origin).host !== host
  } catch {
    return true
  }
}

/**
 * Makes an API route of a tenant, the twin of `tenantAction`: one transaction, session and permission proved inside
 * it. The handler answers with a value (sent as JSON) or, for downloads, with a Response whose body does not need
 * the transaction any more.
 */
export function tenantRoute(
  spec: { can: Permission; feature?: FeatureId },
  handler: (input: RouteInput) => Promise<Result<unknown> | Response>,
) {
  const route = async (request: Request, context: NextContext): Promise<Response> => {
    const face = await requestFace()
    const { tenant } = face
    if (tenant?.status !== 'active') return problem(refuse('not_found'))
    const host = face.face.kind === 'custom' ? face.face.host : `${tenant.slug}.${env().ROOT_DOMAIN}`
    if (isForeignWrite(request, request.headers.get('x-forwarded-host') ?? host))
      return problem(refuse('forbidden'))
    const params = (await context.params) as Record<string, string>
    const opening = { tenantId: tenant.id, sessionId: sessionFor(face, tenant) }
    const transact = (meet: Meet) =>
      runInTenant<unknown>(opening, async (tx, answer) => {
        const { brand, account, actor } = readOpened(tenant.id, answer)
        meet(actor)
        if (!actor) return refuse('signed_out')
        noteApiCall(tenant.id, face.path)
        if (!can(actor, spec.can)) return refuse('forbidden')
        if (!mayRead(account, spec.can)) return refuse('company_suspended')
        const without = refuseFeature(account, spec.feature)
        if (without) return without
        if (isWrite(request) && !mayWrite(account, spec.can)) return refuse('read_only')
        const action = isWrite(request) ? 'support:acted' : 'support:viewed'
        await recordGuest(tx, actor, { action, path: face.path, as: spec.can })
        const query = new URL(request.url).searchParams
        const done = await handler({
          tx,
          actor,
          brand,
          account,
          request,
          face,
          params,
          query,
          today: readLocalDateToday(brand.zone),
        })
        return done instanceof Response ? { ok: true, value: done } : done
      })
    try {
      const result = await reportSurprises(() =>
        tracingGuest(opening, { path: face.path, as: spec.can }, meet =>
          measured(tenant.id, () => transact(meet)),
        ),
      )
      if (!result.ok) return problem(result)
      if (result.value instanceof Response) return result.value
      return Response.json(result.value, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      if (!(error instanceof Surprise)) throw error
      return problem(refuse('surprise', { params: { id: error.digest } }))
    }
  }
  return Object.assign(route, { spec: { entry: 'tenant-route' as const, ...spec } })
}
