import type { ResendEvent } from '@/lib/integrations/resend/verify-webhook'
import type { TwilioEvent } from '@/lib/integrations/twilio/verify-webhook'
import type { Report } from './apply-report'

const resendStatus: Record<string, Report['status']> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.bounced': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
  'email.failed': 'failed',
}

/** Says in our words what Resend reports. A full mailbox or a slow server does not suppress an address. */
export function readResendReport(event: ResendEvent): Report {
  const status = resendStatus[event.type] ?? null
  const hard = event.type === 'email.suppressed' || event.bounceType === 'Permanent'
  return {
    source: 'resend',
    eventKey: event.id,
    type: event.type.replace(/^email\./, '').replaceAll('_', '-'),
    at: event.at,
    providerId: event.emailId,
    status,
    explanation: event.explanation,
    suppress: status === 'complained' ? 'complained' : status === 'bounced' && hard ? 'bounced' : null,
  }
}

const twilioStatus: Record<string, Report['status']> = {
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'bounced',
  failed: 'failed',
  canceled: 'failed',
}

/** Twilio's codes that will not go away: replied STOP; unknown number; landline. */
const lasting: Record<number, Report['suppress']> = {
  21610: 'unsubscribed',
  30005: 'bounced',
  30006: 'bounced',
}

/** Says in our words what Twilio reports; its reports carry no time of their own. */
export function readTwilioReport(event: TwilioEvent, now: Date): Report {
  return {
    source: 'twilio',
    eventKey: `${event.messageSid}:${event.status}`,
    type: event.status.replaceAll('_', '-'),
    at: now,
    providerId: event.messageSid,
    status: twilioStatus[event.status] ?? null,
    explanation: event.errorCode === null ? null : `Twilio reports error ${event.errorCode}.`,
    suppress: event.errorCode === null ? null : (lasting[event.errorCode] ?? null),
  }
}
