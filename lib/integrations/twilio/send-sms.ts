import { env } from '@/lib/env/env'
import { createTwilioClient } from './create-twilio-client'

export type Sms = {
  to: string
  body: string
  /** Where the provider reports how far it got. */
  statusCallback: string
}

/** The account texts go out from, and its number. */
export type SmsAccount = { accountSid: string; authToken: string; from: string }

/** Unknown: it may have been taken or not (`untaken`: it was not); `findSms` tells. */
export type SmsOutcome =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'refused'; error: string; code: number | null }
  | { outcome: 'unknown'; error: string; untaken?: boolean }

type TwilioError = { status?: number; code?: number; message?: string }

function platformAccount(): SmsAccount | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env()
  return accountSid && authToken && from ? { accountSid, authToken, from } : null
}

function client(own: SmsAccount | null) {
  const account = own ?? platformAccount()
  if (!account) return null
  const { from, ...credentials } = account
  return { from, messages: createTwilioClient({ ...credentials, baseUrl: env().TWILIO_BASE_URL }).messages }
}

/**
 * Hands one text to Twilio, which knows no idempotency key: after an unknown outcome ask `findSms` first.
 * @param own the company's own account; without it the platform's
 */
export async function sendSms(sms: Sms, own: SmsAccount | null): Promise<SmsOutcome> {
  const twilio = client(own)
  if (!twilio) return { outcome: 'refused', error: 'Text messages are not set up.', code: null }
  try {
    const { sid } = await twilio.messages.create({ ...sms, from: twilio.from })
    return { outcome: 'accepted', providerId: sid }
  } catch (thrown) {
    const { status, code, message } = thrown as TwilioError
    const told = `${code ?? status ?? 'network'}: ${message ?? 'no answer'}`
    if (status === 400 || status === 404) return { outcome: 'refused', error: told, code: code ?? null }
    return { outcome: 'unknown', error: told, untaken: status === 401 || status === 403 }
  }
}

/**
 * Looks for a text the provider has already taken: same number, same wording, not before `since`.
 * @param known provider ids of other messages, which do not count
 * @param own the account it was handed to
 */
export async function findSms(
  sms: Sms,
  since: Date,
  known: ReadonlySet<string>,
  own: SmsAccount | null,
): Promise<{ providerId: string } | null> {
  const twilio = client(own)
  if (!twilio) return null
  const sent = await twilio.messages.list({ to: sms.to, from: twilio.from, limit: 50 })
  const match = sent.find(m => m.body === sms.body && m.dateCreated >= since && !known.has(m.sid))
  return match ? { providerId: match.sid } : null
}
