import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { queueMessage } from './queue-message'
import { againKey } from './read-message'
import { linkLapsed, mayBeLost, shownContent } from './rules'
import { secretFields, type TemplateName } from './templates'

/**
 * Sends a message that came to nothing, or may have, again as a new message; once.
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
      status: string
      userId: string | null
      homeownerId: string | null
      createdAt: Date
    }[]
  >`
    select template, channel, recipient, data, status, user_id as "userId", homeowner_id as "homeownerId",
      created_at as "createdAt"
    from app.messages where id = ${input.messageId}::uuid for update`
  if (!message) return refuse('not_found')
  const { template, channel, recipient } = message
  if (!mayBeLost(message.status)) return refuse('wrong_state', { params: { why: 'it was sent' } })
  const content = shownContent(template, message.data)
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
  if (!(await handOnLinks(tx, input.messageId, again.messageId, template)))
    return refuse('wrong_state', { params: { why: 'its one-time link is gone' } })
  await recordAudit(tx, actor, {
    action: 'message:sent-again',
    subjectType: 'message',
    subjectId: again.messageId,
    subjectLabel: recipient,
  })
  return ok(again)
}

/** Gives the earlier message's one-time links to the one that repeats it; false when there should be some and are none. */
async function handOnLinks(tx: TenantTx, from: string, to: string, template: TemplateName): Promise<boolean> {
  if (secretFields[template].length === 0) return true
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.hand_on_secrets(${from}::uuid, ${to}::uuid) as done`
  return row?.done ?? false
}
