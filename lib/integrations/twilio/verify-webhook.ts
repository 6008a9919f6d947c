import { validateRequest } from 'twilio'
import { env } from '@/lib/env/env'

/** A report of Twilio about one text, proved to be Twilio's. */
export type TwilioEvent = {
  messageSid: string
  status: string
  errorCode: number | null
  /** What we wrote into the callback's address. */
  reference: string | null
}

/** Finds the token of the account a report's text went out from; undefined: the platform's. */
export type TokenFinder = (reference: unknown) => Promise<string | null | undefined>

/**
 * Checks the signature over the address we gave and the form that came.
 * @returns null when it is not signed with the token of the account the text went out from, or no status report
 */
export async function verifyTwilioWebhook(
  request: Request,
  body: string,
  tokenOf: TokenFinder,
): Promise<TwilioEvent | null> {
  const { TWILIO_AUTH_TOKEN, PUBLIC_ORIGIN } = env()
  const { pathname, search, searchParams } = new URL(request.url)
  const form = Object.fromEntries(new URLSearchParams(body))
  const signature = request.headers.get('x-twilio-signature')
  if (!signature) return null
  const found = await tokenOf(searchParams.get('ref'))
  const token = found === undefined ? TWILIO_AUTH_TOKEN : found
  if (!token) return null
  // Behind a proxy the request's own address is not the one that was signed.
  if (!validateRequest(token, signature, PUBLIC_ORIGIN + pathname + search, form)) return null
  if (!form.MessageSid || !form.MessageStatus) return null
  return {
    messageSid: form.MessageSid,
    status: form.MessageStatus,
    errorCode: form.ErrorCode ? Number(form.ErrorCode) : null,
    reference: searchParams.get('ref'),
  }
}
