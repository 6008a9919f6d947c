import { z } from 'zod'
import { type ApiActor, type ApiScope, readApiToken } from '@/lib/auth/read-api-token'
import { asPlatform } from '@/lib/db/as-platform'
import { countApiRequest, countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import type { FieldError } from './field-errors'
import { answerOnce, hashRequest } from './idempotency'
import { problemDetails } from './problem'
import { readJsonBody } from './read-json-body'
import { reportSurprises, Surprise } from './report-surprise'
import { type RequestFace, requestFace } from './request-face'
import { type Refusal, type Result, refuse } from './result'

export type PlatformRouteInput<I> = {
  api: ApiActor
  input: I
  params: Record<string, string>
  query: URLSearchParams
  now: Date
}

type Answer = { status?: number; headers?: Record<string, string>; body: unknown }

type NextContext = { params: Promise<Record<string, string | string[]>> }

const noStore = { 'cache-control': 'no-store' }

async function admit(request: Request, face: RequestFace, scope: ApiScope, now: Date) {
  const api = await asPlatform(tx => readApiToken(tx, request.headers.get('authorization'), now))
  const wait = api ? await countApiRequest(api.apiTokenId) : await countFromAddress('api-token', face.address)
  if (wait !== null) return problemDetails(refuseTooMany(wait), { 'retry-after': String(wait) })
  if (!api) return problemDetails(refuse('bad_token'), { 'www-authenticate': 'Bearer realm="Portico"' })
  if (!api.scopes.includes(scope)) return problemDetails(refuse('missing_scope', { params: { scope } }))
  return api
}

/**
 * Makes a route of the platform's own API, on the admin host alone. Who asks is proved by an API token; a cookie
 * counts for nothing. The body is read strictly, a POST with an Idempotency-Key is done once, and refusals are
 * problem details that name the fields.
 */
export function platformRoute<S extends z.ZodType = z.ZodObject>(
  spec: { scope: ApiScope; body?: S },
  handler: (
    input: PlatformRouteInput<z.output<S>>,
  ) => Promise<Result<Answer> | (Refusal & { errors?: FieldError[] })>,
) {
  async function open(request: Request, context: NextContext): Promise<Response> {
    const face = await requestFace()
    const now = new Date()
    if (face.face.kind !== 'admin') return problemDetails(refuse('not_found'))
    const api = await admit(request, face, spec.scope, now)
    if (api instanceof Response) return api
    const hasBody = request.method !== 'GET'
    const body = hasBody
      ? await readJsonBody(request, spec.body ?? z.strictObject({}))
      : { ok: true as const, value: {}, text: '' }
    if (!body.ok) return problemDetails(body)
    const params = (await context.params) as Record<string, string>
    const { pathname, searchParams: query } = new URL(request.url)
    const requestHash = hashRequest(request.method, pathname, body.text)
    const work = async () => {
      const input = body.value as z.output<S>
      const result = await handler({ api, input, params, query, now })
      if (!result.ok) return problemDetails(result)
      const { status = 200, headers, body: answer } = result.value
      return Response.json(answer, { status, headers: { ...noStore, ...headers } })
    }
    const key = request.headers.get('idempotency-key')
    if (request.method !== 'POST' || key === null) return work()
    return answerOnce({ tokenId: api.apiTokenId, key, requestHash, now }, async () => {
      try {
        return await reportSurprises(work)
      } catch (error) {
        return surprised(error)
      }
    })
  }
  const route = async (request: Request, context: NextContext): Promise<Response> => {
    try {
      return await reportSurprises(() => open(request, context))
    } catch (error) {
      return surprised(error)
    }
  }
  return Object.assign(route, { spec: { entry: 'platform-route' as const, scope: spec.scope } })
}

function surprised(error: unknown): Response {
  if (!(error instanceof Surprise)) throw error
  return problemDetails(refuse('surprise', { params: { id: error.digest } }))
}
