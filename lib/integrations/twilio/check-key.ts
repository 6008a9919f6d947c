import { z } from 'zod'
import { env } from '@/lib/env/env'
import { askService, judgeAnswer, type KeyCheck } from '@/lib/integrations/http/ask-service'

const account = z.looseObject({ friendly_name: z.string().optional(), status: z.string().optional() })

/** Tries an account of Twilio: whether the token belongs to it and it may be used. */
export async function checkTwilioKey(key: { accountSid: string; authToken: string }): Promise<KeyCheck> {
  const base = env().TWILIO_BASE_URL ?? 'https://api.twilio.com'
  const basic = Buffer.from(`${key.accountSid}:${key.authToken}`).toString('base64')
  const answer = await askService(`${base}/2010-04-01/Accounts/${key.accountSid}.json`, {
    headers: { authorization: `Basic ${basic}` },
  })
  return judgeAnswer('Twilio', answer, body => {
    const found = account.safeParse(body)
    const status = found.success ? (found.data.status ?? 'active') : 'unknown'
    if (status !== 'active') return { outcome: 'refused', detail: `This Twilio account is ${status}.` }
    return 'Twilio knows the account, and it is active.'
  })
}
