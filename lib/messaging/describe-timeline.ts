import type { ShownMessage } from './read-message'

export type Moment = {
  at: Date
  title: string
  detail: string | null
  tone: 'neutral' | 'positive' | 'caution' | 'critical'
}

const reported: Record<string, { title: string; tone?: Moment['tone'] }> = {
  sent: { title: 'The provider passed it on' },
  delivered: { title: 'Delivered', tone: 'positive' },
  'delivery-delayed': { title: 'The recipient’s server asks to wait' },
  bounced: { title: 'Came back as undeliverable', tone: 'critical' },
  undelivered: { title: 'Could not be delivered', tone: 'critical' },
  suppressed: { title: 'The provider refuses this address', tone: 'critical' },
  complained: { title: 'Reported as spam', tone: 'critical' },
  failed: { title: 'The provider gave up', tone: 'critical' },
  canceled: { title: 'Cancelled at the provider', tone: 'critical' },
  opened: { title: 'Opened' },
  clicked: { title: 'A link was opened' },
  'attempt-failed': { title: 'A try failed', tone: 'critical' },
}

/** What a provider tells of its own waiting says nothing to a reader. */
const idle = new Set(['accepted', 'queued', 'scheduled', 'sending'])

function explanation(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  const { explanation, error } = detail as Record<string, unknown>
  return typeof explanation === 'string' ? explanation : typeof error === 'string' ? error : null
}

/** What happened to a message, in order: what we did, and what the provider told of it. */
export function describeTimeline(message: ShownMessage): Moment[] {
  const by = message.createdByUser?.name
  const bySmtp = message.carrier === 'smtp'
  const own: (Moment | null)[] = [
    { at: message.createdAt, title: by ? `Queued by ${by}` : 'Queued', detail: null, tone: 'neutral' },
    moment(message.sendingAt, bySmtp ? 'Handed to your mail server' : 'First try to send'),
    doubt(message),
    bySmtp ? takenByServer(message.sentAt) : moment(handedAt(message), 'Handed to the provider'),
    moment(message.suppressedAt, 'Not sent', message.status === 'suppressed' ? message.error : null),
    moment(message.status === 'failed' ? message.failedAt : null, 'Given up', message.error),
  ]
  const told = message.messageEvents
    .filter(({ type }) => !idle.has(type))
    .map(({ at, type, detail }) => {
      const { title, tone = 'neutral' } = reported[type] ?? { title: `The provider reports: ${type}` }
      return { at, title, tone, detail: explanation(detail) }
    })
  return [...own.filter(entry => entry !== null), ...told].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** A provider that is quick reports before we have written down that it took the message. */
function handedAt({ sentAt, messageEvents }: ShownMessage): Date | null {
  const first = messageEvents.find(event => event.source !== 'portico')?.at
  return sentAt && first && first < sentAt ? first : sentAt
}

/** A mail server that has taken an email says nothing more of it. */
function takenByServer(at: Date | null): Moment | null {
  const detail = 'It does not report back; whether the email arrived is in that server’s own log.'
  return at && { at, title: 'Taken by your mail server', detail, tone: 'neutral' }
}

function doubt({ uncertainAt: at, status, error }: ShownMessage): Moment | null {
  return (
    at && { at, title: 'May have been sent', detail: status === 'uncertain' ? error : null, tone: 'caution' }
  )
}

function moment(at: Date | null, title: string, detail: string | null = null): Moment | null {
  return at && { at, title, detail, tone: detail ? 'critical' : 'neutral' }
}
