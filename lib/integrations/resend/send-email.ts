import { Resend } from 'resend'
import { env } from '@/lib/env/env'

export type Email = {
  from: string
  to: string
  replyTo?: string
  subject: string
  html: string
  text: string
  /** Comes back in webhooks; letters, digits, `_` and `-` only. */
  tags: Record<string, string>
  /** Two requests with one key send one email; remembered by the provider for 24 hours. */
  idempotencyKey: string
}

/**
 * Unknown: it may have been taken or not (`untaken`: it was not); asking the same account again with the same key
 * cannot send it twice.
 */
export type EmailOutcome =
  | { outcome: 'accepted'; providerId: string | null }
  | { outcome: 'refused'; error: string }
  | { outcome: 'unknown'; error: string; untaken?: boolean }

/** What the provider will not take however often it is asked; anything else may pass. */
const final = new Set([400, 404, 413, 422])

/** The API key was not accepted, so nothing was sent with it. */
const turnedAway = new Set([401, 403])

/**
 * Hands one email to Resend. Never throws for what the provider answers or for a broken connection.
 * @param ownKey the company's own API key; without it the platform's
 */
export async function sendEmail(
  email: Email,
  ownKey: string | null,
  signal?: AbortSignal,
): Promise<EmailOutcome> {
  const { RESEND_API_KEY, RESEND_BASE_URL } = env()
  const { idempotencyKey, tags, ...content } = email
  const resend = new Resend(ownKey ?? RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
  const named = Object.entries(tags).map(([name, value]) => ({ name, value }))
  const { data, error } = await resend.emails.send({ ...content, tags: named }, { idempotencyKey, signal })
  if (data) return { outcome: 'accepted', providerId: data.id }
  // An earlier request with this key was taken, with another wording: the brand changed in between.
  if (error.name === 'invalid_idempotent_request') return { outcome: 'accepted', providerId: null }
  const told = `${error.name}: ${error.message}`
  const status = error.statusCode ?? 0
  if (final.has(status)) return { outcome: 'refused', error: told }
  return { outcome: 'unknown', error: told, untaken: turnedAway.has(status) }
}
