import { z } from 'zod'
import { readInput } from '@/lib/action/read-input'
import { reportSurprises, Surprise } from '@/lib/action/report-surprise'
import { type RequestFace, requestFace } from '@/lib/action/request-face'
import { type Refusal, type Result, refuse } from '@/lib/action/result'
import { acceptAdminLink } from './accept-admin-link'
import { beginVisit } from './begin-visit'
import { signInAdmin } from './sign-in-admin'
import { writeAnswer } from './sign-in-answer'
import { signInWithLink } from './sign-in-with-link'
import { signInWithPassword } from './sign-in-with-password'

/** What next-auth is given of a sign-in: the session row and its tenant (null: a platform admin's). */
export type SignedIn = { id: string; tid: string | null }

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an email address, like name@example.com.').max(254))
const passwordForm = z.object({ email, password: z.string().min(1, 'Enter your password.').max(1000) })
const visitForm = z.object({ token: z.string().min(1).max(200) })
const linkForm = z.object({
  token: z.string().min(1).max(200),
  password: z
    .string()
    .max(1000)
    .transform(text => text || undefined)
    .optional(),
})

/** Throws the refusal in the form next-auth hands to the page; a surprise becomes its reference. */
async function answer(work: () => Promise<Result<SignedIn>>): Promise<SignedIn> {
  let refusal: Refusal
  try {
    const result = await reportSurprises(work)
    if (result.ok) return result.value
    refusal = result
  } catch (error) {
    if (!(error instanceof Surprise)) throw error
    refusal = refuse('surprise', { params: { id: error.digest } })
  }
  throw new Error(writeAnswer(refusal))
}

const signedIn = (result: Result<{ sessionId: string }>, tid: string | null): Result<SignedIn> =>
  result.ok ? { ok: true, value: { id: result.value.sessionId, tid } } : result

const deviceOf = ({ address, userAgent }: RequestFace) => ({ address, userAgent })

/** Answers next-auth's `password` provider: the tenant is that of the host, whatever the body says. */
export async function authorizePassword(credentials: unknown): Promise<SignedIn> {
  return answer(async () => {
    const request = await requestFace()
    const { tenant } = request
    if (tenant?.status !== 'active') return refuse('not_found')
    const input = readInput(passwordForm, credentials)
    if (!input.ok) return input
    return signedIn(await signInWithPassword(tenant, input.value, deviceOf(request)), tenant.id)
  })
}

/** Answers next-auth's `link` provider: one-time links for sign-in, invitation and reset. */
export async function authorizeLink(credentials: unknown): Promise<SignedIn> {
  return answer(async () => {
    const request = await requestFace()
    const { tenant } = request
    if (tenant?.status !== 'active') return refuse('not_found')
    const input = readInput(linkForm, credentials)
    if (!input.ok) return refuse('link_spent')
    return signedIn(await signInWithLink(tenant, input.value, deviceOf(request)), tenant.id)
  })
}

/** Answers next-auth's `support` provider: somebody of Portico whom the company let in arrives on its host. */
export async function authorizeSupport(credentials: unknown): Promise<SignedIn> {
  return answer(async () => {
    const request = await requestFace()
    const { tenant } = request
    if (tenant?.status !== 'active') return refuse('not_found')
    const input = readInput(visitForm, credentials)
    if (!input.ok) return refuse('link_spent')
    return signedIn(await beginVisit(tenant, input.value, deviceOf(request)), tenant.id)
  })
}

/** Answers next-auth's `admin-password` provider, on the admin host alone. */
export async function authorizeAdmin(credentials: unknown): Promise<SignedIn> {
  return answer(async () => {
    const request = await requestFace()
    if (request.face.kind !== 'admin') return refuse('not_found')
    const input = readInput(passwordForm, credentials)
    if (!input.ok) return input
    return signedIn(await signInAdmin(input.value, deviceOf(request)), null)
  })
}

/** Answers next-auth's `admin-link` provider, on the admin host alone: an invited admin chooses a password. */
export async function authorizeAdminLink(credentials: unknown): Promise<SignedIn> {
  return answer(async () => {
    const request = await requestFace()
    if (request.face.kind !== 'admin') return refuse('not_found')
    const input = readInput(linkForm, credentials)
    if (!input.ok) return refuse('link_spent')
    return signedIn(await acceptAdminLink(input.value, deviceOf(request)), null)
  })
}
