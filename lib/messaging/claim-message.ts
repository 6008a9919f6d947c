import type { TenantId, TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { advanceMessage } from './advance-message'
import { chooseKey, type OwnKey } from './choose-key'
import { findObstacle } from './find-obstacle'
import type { Channel } from './find-suppression'
import { isUrgent, type QuietHours, quietUntil } from './quiet-hours'
import { againKey } from './read-message'
import { linkLapsed, type MessageStatus, mayStillSend, readContent, uncertainty } from './rules'
import type { Content } from './templates'

/** A message about to be handed to the provider. */
export type Claim = {
  id: string
  channel: Channel
  recipient: string
  subject: string
  content: Content
  /** When it was first handed over; an earlier try may have got through. */
  firstTryAt: Date
  attempt: number
  /** The company's own key to send it with; null: the platform's. */
  own: OwnKey | null
}

/** Providers remember an idempotency key for 24 hours; later, a doubtful message is not sent again by itself. */
const rememberedMs = 23 * 3_600_000

type Row = Omit<Claim, 'content' | 'firstTryAt' | 'attempt' | 'own'> & {
  template: string
  data: unknown
  secrets: unknown
  status: MessageStatus
  attempts: number
  createdAt: Date
  sendingAt: Date | null
  carrier: string | null
  keyVersionId: string | null
}

type Stop = Parameters<typeof advanceMessage>[2]

/**
 * Marks a message as being sent, before it is: whoever finds the mark later knows that a try was made. What goes to a
 * company's mail server is in doubt only from `beginHandover` on.
 * What is not urgent waits for the end of the company's quiet hours, in a job of its own.
 * @returns null when nothing is to be sent now: quiet hours, already sent, repeated by another, suppressed meanwhile, its link lapsed, too long in doubt, or in doubt with a key that is gone or a server that cannot tell
 */
export async function claimMessage(
  tx: TenantTx,
  { tenantId, id }: { tenantId: TenantId; id: string },
  now = new Date(),
): Promise<Claim | null> {
  const row = await lockMessage(tx, id)
  if (!row || !mayStillSend(row.status)) return null
  if (await tx.message.findFirst({ where: { key: againKey(id) }, select: { id: true } })) return null
  const reason = await reasonToStop(tx, row, now)
  if (reason) return stop(tx, id, reason)
  const content = readContent(row.template, row.data, row.secrets)
  if (linkLapsed(content, row.createdAt, now)) {
    return stop(tx, id, { status: 'failed', at: now, error: 'The link expired before this could be sent.' })
  }
  const hours = row.sendingAt || isUrgent(row.template) ? null : await readQuietHours(tx)
  const until = hours && quietUntil(hours, now)
  if (until) {
    await enqueueJob(tx, 'send-message', { messageId: id }, { key: id, startAfter: until })
    return null
  }
  const key = await chooseKey(tx, tenantId, row.channel, row.sendingAt ? row.keyVersionId : undefined)
  if (!key) return stop(tx, id, { status: 'failed', at: now, error: inDoubt })
  const carrier = key.own?.provider ?? (row.channel === 'email' ? 'resend' : 'twilio')
  await tx.$executeRaw`
    update app.messages set status = 'sending', attempts = attempts + 1, error = null, carrier = ${carrier},
      sending_at = case when ${carrier === 'smtp'} then null else coalesce(sending_at, ${now}) end,
      credential_version_id = ${key.versionId}::uuid
    where id = ${id}::uuid`
  const { channel, recipient, subject } = row
  const firstTryAt = row.sendingAt ?? now
  return { id, channel, recipient, subject, content, firstTryAt, attempt: row.attempts + 1, own: key.own }
}

async function lockMessage(tx: TenantTx, id: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    select m.id, channel, recipient, subject, template, data, s.links as secrets, status, attempts,
      m.created_at as "createdAt", sending_at as "sendingAt", carrier, credential_version_id as "keyVersionId"
    from app.messages m left join app.message_secrets s on s.tenant_id = m.tenant_id and s.message_id = m.id
    where m.id = ${id}::uuid for update of m`
  return row
}

const inDoubt = 'It is not known whether the provider took this message, and too late to ask again safely.'

async function reasonToStop(tx: TenantTx, row: Row, now: Date): Promise<Stop | null> {
  // A mail server would take a second try for a second email.
  if (row.sendingAt && row.carrier === 'smtp') {
    const error = uncertainty('Portico was interrupted while it handed this to your mail server.')
    return { status: 'uncertain', at: now, error }
  }
  const suppressed = await findObstacle(tx, row.channel, row.recipient)
  if (suppressed) return { status: 'suppressed', at: now, error: suppressed }
  const doubtful = row.sendingAt && now.getTime() - row.sendingAt.getTime() > rememberedMs
  return doubtful ? { status: 'failed', at: now, error: inDoubt } : null
}

async function stop(tx: TenantTx, id: string, step: Stop): Promise<null> {
  await advanceMessage(tx, id, step)
  return null
}

async function readQuietHours(tx: TenantTx): Promise<QuietHours | null> {
  const settings = await tx.setting.findFirst({ select: { quietFromMinute: true, quietUntilMinute: true } })
  const { quietFromMinute: fromMinute = null, quietUntilMinute: untilMinute = null } = settings ?? {}
  if (fromMinute === null || untilMinute === null) return null
  const { zone } = await tx.tenant.findFirstOrThrow({ select: { zone: true } })
  return { zone, fromMinute, untilMinute }
}
