import type { TenantTx } from '@/lib/db/in-tenant'
import { newId } from '@/lib/db/new-id'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { findObstacle } from './find-obstacle'
import type { Channel } from './find-suppression'
import { partSecrets, readContent, textableNumber } from './rules'
import type { TemplateData, TemplateName } from './templates'
import { subjectOf } from './wording'

export type NewMessage<N extends TemplateName> = {
  template: N
  data: TemplateData[N]
  to: { email: string } | { phone: string }
  userId?: string
  homeownerId?: string
  /** The same key, in one tenant, queues one message. */
  key: string
}

type Target = { channel: Channel; recipient: string; obstacle: string | null }

/**
 * Queues an email or a text in the transaction of what it is about; it is sent after the commit, once. A number that
 * cannot receive texts, or a suppressed address, is recorded as such and not sent to.
 * @returns the message's id; of the earlier message when the key was used before
 */
export async function queueMessage<N extends TemplateName>(
  tx: TenantTx,
  message: NewMessage<N>,
): Promise<{ messageId: string }> {
  const { template, data, userId = null, homeownerId = null, key } = message
  const target = targetOf(message.to)
  const obstacle = target.obstacle ?? (await findObstacle(tx, target.channel, target.recipient))
  const { name: company } = await tx.tenant.findFirstOrThrow({ select: { name: true } })
  const parts = partSecrets(template, data)
  const id = newId()
  const { count } = await tx.message.createMany({
    data: [
      {
        id,
        template,
        key,
        userId,
        homeownerId,
        channel: target.channel,
        recipient: target.recipient,
        subject: subjectOf(readContent(template, data, null), company),
        data: parts.data,
        ...(obstacle && { status: 'suppressed', suppressedAt: new Date(), error: obstacle }),
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return earlier(tx, key)
  if (obstacle) return { messageId: id }
  if (parts.secrets) await tx.messageSecret.createMany({ data: [{ messageId: id, links: parts.secrets }] })
  await enqueueJob(tx, 'send-message', { messageId: id }, { key: id })
  return { messageId: id }
}

function targetOf(to: { email: string } | { phone: string }): Target {
  if ('email' in to) return { channel: 'email', recipient: to.email.trim().toLowerCase(), obstacle: null }
  const number = textableNumber(to.phone)
  const obstacle = number ? null : 'This is not a number that can receive texts.'
  return { channel: 'sms', recipient: number ?? to.phone.trim().toLowerCase(), obstacle }
}

async function earlier(tx: TenantTx, key: string): Promise<{ messageId: string }> {
  const { id } = await tx.message.findFirstOrThrow({ where: { key }, select: { id: true } })
  return { messageId: id }
}
