import { env } from '@/lib/env/env'
import { createTwilioClient } from './create-twilio-client'

export type Sms = {
  to: string
  body: string
  /** Where the provider reports how far it got. */
  statusCallback: string
}

/** Unknown: it may have been taken or not; `findSms` tells. */
export type SmsOutcome =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'refused'; error: string; code: number | null }
  | { outcome: 'unknown'; error: string }

type TwilioError = { status?: number; code?: number; message?: string }

function client() {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_BASE_URL } = env()
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || !TWILIO_FROM) return null
  const credentials = { accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN }
  return {
    from: TWILIO_FROM,
    messages: createTwilioClient({ ...credentials, baseUrl: TWILIO_BASE_URL }).messages,
  }
}

/** Hands one text to Twilio, which knows no idempotency key: after an unknown outcome ask `findSms` first. */
export async function sendSms(sms: Sms): Promise<SmsOutcome> {
  const twilio = client()
  if (!twilio) return { outcome: 'refused', error: 'Text messages are not set up.', code: null }
  try {
    const { sid } = await twilio.messages.create({ ...sms, from: twilio.from })
    return { outcome: 'accepted', providerId: sid }
  } catch (thrown) {
    const { status, code, message } = thrown as TwilioError
    const told = `${code ?? status ?? 'network'}: ${message ?? 'no answer'}`
    if (status === 400 || status === 404) return { outcome: 'refused', error: told, code: code ?? null }
    return { outcome: 'unknown', error: told }
  }
}

/**
 * Looks for a text the provider has already taken: same number, same wording, not before `since`.
 * @param known provider ids of other messages, which do not count
 */
export async function findSms(
  sms: Sms,
  since: Date,
  known: ReadonlySet<string>,
): Promise<{ providerId: string } | null> {
  const twilio = client()
  if (!twilio) return null
  const sent = await twilio.messages.list({ to: sms.to, from: twilio.from, limit: 50 })
  const match = sent.find(m => m.body === sms.body && m.dateCreated >= since && !known.has(m.sid))
  return match ? { providerId: match.sid } : null
}
