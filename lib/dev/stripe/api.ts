import { createHash } from 'node:crypto'
import Stripe from 'stripe'
import { ApiError } from './api-error'
import { type Emulator, realSeconds } from './emulator'
import { present } from './expand'
import type { Faults } from './faults'
import { readForm } from './form'
import { freshId } from './ids'
import { Params } from './params'
import { findRoute, type Method } from './route'
import { routes } from './routes'

export interface ApiRequest {
  method: string
  url: URL
  body: string
  authorization?: string
  version?: string
  idempotencyKey?: string
}

export interface ApiAnswer {
  status: number
  body: string
  headers: Record<string, string>
}

const keysKept = 24 * 3600

/** Answers a request of the API: who asks, whether it was asked before, what is done, and what is said of it. */
export function answerApi(
  emulator: Emulator,
  faults: Faults,
  secretKey: string,
  request: ApiRequest,
): ApiAnswer {
  const id = freshId('req', 14)
  const headers = { 'request-id': id, 'stripe-version': request.version ?? Stripe.API_VERSION }
  const refuse = (error: unknown): ApiAnswer => {
    const refusal = error instanceof ApiError ? error : surprise(error)
    return { status: refusal.status, body: JSON.stringify(refusal.toBody(id)), headers }
  }
  try {
    authorize(request, secretKey)
    faults.before(request.method, request.url.pathname)
    const answer = once(emulator, request, () => perform(emulator, request, id))
    faults.after(request.method, request.url.pathname)
    return { ...answer, headers: { ...headers, ...answer.headers } }
  } catch (error) {
    return refuse(error)
  }
}

function authorize({ authorization = '' }: ApiRequest, secretKey: string): void {
  const basic = /^Basic (.+)$/.exec(authorization)?.[1]
  const key = basic
    ? Buffer.from(basic, 'base64').toString().replace(/:$/, '')
    : /^Bearer (.+)$/.exec(authorization)?.[1]
  if (key === secretKey) return
  const hint = key ? `Invalid API Key provided: ${key.slice(0, 8)}****` : 'You did not provide an API key.'
  throw new ApiError(401, hint)
}

// The same key with the same request gives the stored answer, whatever has happened since.
function once(emulator: Emulator, request: ApiRequest, work: () => ApiAnswer): ApiAnswer {
  const { idempotencyKey: key, method, url, body } = request
  if (!key || method !== 'POST') return work()
  const fingerprint = createHash('sha256').update(`${url.pathname} ${url.search} ${body}`).digest('hex')
  const before = emulator.store.get('answer', key)
  if (before && before.at > realSeconds() - keysKept) {
    if (before.fingerprint === fingerprint) {
      return { status: before.status, body: before.body, headers: { 'idempotent-replayed': 'true' } }
    }
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`
    throw new ApiError(400, message, { type: 'idempotency_error' })
  }
  const answer = work()
  const { status } = answer
  if (status < 400 || status === 402) {
    emulator.store.put('answer', {
      id: key,
      object: 'answer',
      fingerprint,
      status,
      body: answer.body,
      at: realSeconds(),
    })
  }
  return answer
}

function perform(emulator: Emulator, request: ApiRequest, id: string): ApiAnswer {
  const found = findRoute(routes, request.method, request.url.pathname)
  if (!found) {
    const message = `Unrecognized request URL (${request.method}: ${request.url.pathname}).`
    throw new ApiError(404, message)
  }
  const fields = readForm(request.method === 'GET' ? request.url.search : request.body || request.url.search)
  const params = new Params(fields)
  emulator.request = { id, idempotency_key: request.idempotencyKey ?? null }
  try {
    const body = emulator.store.atomically(() => {
      const expand = params.texts('expand') ?? []
      const call = { method: request.method as Method, params, id: found.id, second: found.second }
      const object = found.route.answer(emulator, call)
      params.refuseUnknown()
      return present(emulator, object, expand)
    }, keepsChanges)
    return { status: 200, body: JSON.stringify(body), headers: {} }
  } catch (error) {
    if (!keepsChanges(error)) throw error
    return { status: 402, body: JSON.stringify(error.toBody(id)), headers: {} }
  } finally {
    emulator.request = { id: null, idempotency_key: null }
  }
}

function keepsChanges(error: unknown): error is ApiError {
  return error instanceof ApiError && error.keepsChanges
}

function surprise(error: unknown): ApiError {
  console.error(error)
  const message = error instanceof Error ? error.message : String(error)
  return new ApiError(500, `The emulator failed: ${message}`, { type: 'api_error' })
}
