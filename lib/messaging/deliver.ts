import { withoutSecrets } from '@/lib/credentials/rules'
import type { TenantId } from '@/lib/db/in-tenant'
import { env } from '@/lib/env/env'
import { sendEmail } from '@/lib/integrations/resend/send-email'
import { sendLetter } from '@/lib/integrations/smtp/send-letter'
import { findSms, sendSms } from '@/lib/integrations/twilio/send-sms'
import type { OwnKey } from './choose-key'
import type { Claim } from './claim-message'
import type { EmailBrand } from './emails/email-layout'
import { writeReference } from './message-reference'
import type { Sender } from './read-sender'
import { renderEmail } from './render-email'
import { linkSecrets } from './rules'
import { messageIdOf, senderOf } from './sender'
import { smsText } from './wording'

/**
 * What came of handing a message over. Unknown: try again, which cannot send it twice; `untaken`: nor was it once.
 * Uncertain: do not, it might. Overtaken: another run has it.
 */
export type Outcome =
  | { outcome: 'accepted'; providerId: string | null }
  | { outcome: 'refused'; error: string; unsubscribed?: boolean }
  | { outcome: 'unknown'; error: string; untaken?: boolean }
  | { outcome: 'uncertain'; error: string }
  | { outcome: 'overtaken' }

type Delivery = {
  tenantId: TenantId
  claim: Claim
  brand: EmailBrand
  sender: Sender
  /** The company's own key; null: the platform's. */
  own: OwnKey | null
  /** Provider ids of other messages to the same number; a look-up must not take one of those for ours. */
  others: ReadonlySet<string>
  /** Writes down that it is now being handed to a mail server under this Message-ID; false when it must not be. */
  begin: (messageId: string) => Promise<boolean>
}

const patienceMs = 20_000
/** Twilio's clock and ours may differ by this much. */
const clockSkewMs = 120_000
/** Twilio's code for a recipient who replied STOP. */
const stopCode = 21610

/** Hands a claimed message to its provider so that one message arrives, however often this is tried. */
export async function deliver(delivery: Delivery): Promise<Outcome> {
  const outcome = await handOver(delivery)
  if (!('error' in outcome)) return outcome
  const { own, claim } = delivery
  // What else a mail server quotes, its own name or the sender's address, is no secret and helps.
  const key = own?.provider === 'smtp' ? { password: own.values.password } : own?.values
  return { ...outcome, error: withoutSecrets(outcome.error, { ...key, ...linkSecrets(claim.content) }) }
}

async function handOver(delivery: Delivery): Promise<Outcome> {
  try {
    return delivery.claim.channel === 'email' ? await deliverEmail(delivery) : await deliverSms(delivery)
  } catch (error) {
    return { outcome: 'unknown', error: error instanceof Error ? error.message : String(error) }
  }
}

async function deliverEmail({ tenantId, claim, brand, sender, own, begin }: Delivery): Promise<Outcome> {
  const address = own && own.provider !== 'twilio' ? own.values.from : env().MAIL_FROM
  const email = {
    from: senderOf(sender.name, address),
    to: claim.recipient,
    replyTo: sender.replyTo ?? undefined,
    subject: claim.subject,
    ...(await renderEmail(claim.content, brand)),
  }
  if (own?.provider === 'smtp') {
    const messageId = messageIdOf(claim.id, address)
    return sendLetter({ ...email, sender: address, messageId }, own.values, () => begin(messageId))
  }
  const tags = { reference: writeReference({ tenantId, messageId: claim.id }) }
  const apiKey = own?.provider === 'resend' ? own.values.apiKey : null
  const idempotencyKey = `message-${claim.id}`
  return sendEmail({ ...email, tags, idempotencyKey }, apiKey, AbortSignal.timeout(patienceMs))
}

async function deliverSms({ tenantId, claim, brand, others, own }: Delivery): Promise<Outcome> {
  const account = own?.provider === 'twilio' ? own.values : null
  const reference = writeReference({ tenantId, messageId: claim.id })
  const sms = {
    to: claim.recipient,
    body: smsText(claim.content, brand.company),
    statusCallback: `${env().PUBLIC_ORIGIN}/api/webhooks/twilio?ref=${reference}`,
  }
  if (claim.attempt > 1) {
    const taken = await findSms(sms, new Date(claim.firstTryAt.getTime() - clockSkewMs), others, account)
    if (taken) return { outcome: 'accepted', providerId: taken.providerId }
  }
  const sent = await sendSms(sms, account)
  return sent.outcome === 'refused' ? { ...sent, unsubscribed: sent.code === stopCode } : sent
}
