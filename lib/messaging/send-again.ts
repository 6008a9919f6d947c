import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { queueMessage } from './queue-message'
import { againKey } from './read-message'
import { cameToNothing, linkLapsed, readContent } from './rules'
import { secretFields, type TemplateName } from './templates'

/**
 * Sends a message that came to nothing again, as a new message; once.
 * @returns refusal 'not_found', or 'wrong_state' when it got through, its one-time link is gone or nothing may be sent
 * to the address
 */
export async function sendAgain(
  tx: TenantTx,
  actor: Actor,
  input: { messageId: string },
): Promise<Result<{ messageId: string }>> {
  const [message] = await tx.$queryRaw<
    {
      template: TemplateName
      channel: string
      recipient: string
      data: object
      secrets: object | null
      status: string
      userId: string | null
      homeownerId: string | null
      createdAt: Date
    }[]
  >`
    select template, channel, recipient, data, secrets, status, user_id as "userId", homeowner_id as "homeownerId",
      created_at as "createdAt"
    from app.messages where id = ${input.messageId}::uuid for update`
  if (!message) return refuse('not_found')
  const { template, channel, recipient, secrets } = message
  if (!cameToNothing(message.status)) return refuse('wrong_state', { params: { why: 'it was sent' } })
  const linkGone = secretFields[template].length > 0 && !secrets
  if (linkGone) return refuse('wrong_state', { params: { why: 'its one-time link is gone' } })
  const content = readContent(template, message.data, secrets)
  if (linkLapsed(content, message.createdAt, new Date()))
    return refuse('wrong_state', { params: { why: 'its link has expired' } })
  const to = channel === 'email' ? { email: recipient } : { phone: recipient }
  const people = { userId: message.userId ?? undefined, homeownerId: message.homeownerId ?? undefined }
  const again = await queueMessage(tx, { ...content, to, ...people, key: againKey(input.messageId) })
  const queued = await tx.message.findFirstOrThrow({
    where: { id: again.messageId },
    select: { error: true, status: true },
  })
  if (queued.status === 'suppressed')
    return refuse('wrong_state', { params: { why: 'nothing is sent to this address' } })
  await tx.$executeRaw`update app.messages set secrets = null where id = ${input.messageId}::uuid`
  await recordAudit(tx, actor, {
    action: 'message:sent-again',
    subjectType: 'message',
    subjectId: again.messageId,
    subjectLabel: recipient,
  })
  return ok(again)
}
