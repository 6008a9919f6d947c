import { inTenant } from '@/lib/db/in-tenant'
import { log } from '@/lib/log/log'
import { advanceMessage } from './advance-message'
import { readReference } from './message-reference'
import { recordEvent } from './record-event'
import type { MessageStatus } from './rules'
import { suppressRecipient } from './suppress-recipient'

/** What a provider says of a message, in our words. */
export type Report = {
  source: 'resend' | 'twilio'
  eventKey: string
  type: string
  at: Date
  providerId: string | null
  /** The status it means, if it means one. */
  status: Exclude<MessageStatus, 'queued' | 'sending' | 'uncertain' | 'suppressed'> | null
  explanation: string | null
  /** Whether nothing more may be sent to the address, and why. */
  suppress: 'bounced' | 'complained' | 'unsubscribed' | null
}

/**
 * Writes a provider's report into the message it is about, once, and never moves the message back. The tenant comes
 * from our own signed reference; a report without one, or about another provider message, changes nothing.
 * @returns whether anything was written
 */
export async function applyReport(reference: unknown, report: Report): Promise<boolean> {
  const about = readReference(reference)
  const note = log().child({ source: report.source, event: report.eventKey, type: report.type })
  if (!about) {
    note.warn('report ignored: no reference of ours')
    return false
  }
  const { tenantId, messageId } = about
  return inTenant({ tenantId, system: `${report.source}-report` }, async tx => {
    const message = await tx.message.findFirst({
      where: { id: messageId },
      select: { channel: true, recipient: true, providerId: true },
    })
    const another = message?.providerId && report.providerId && message.providerId !== report.providerId
    if (!message || another) {
      note.warn({ tenantId, messageId }, 'report ignored: not about the message we sent')
      return false
    }
    const { source, eventKey, type, at, providerId, status, explanation, suppress } = report
    const detail: Record<string, string> = explanation ? { explanation: explanation.slice(0, 500) } : {}
    if (!(await recordEvent(tx, { messageId, source, eventKey, type, at, detail }))) return false
    if (status) await advanceMessage(tx, messageId, { status, at, providerId, error: explanation })
    if (suppress) {
      const to = { channel: message.channel as 'email' | 'sms', recipient: message.recipient }
      await suppressRecipient(tx, to, suppress, messageId)
    }
    return true
  })
}
