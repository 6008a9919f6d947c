import type { TenantTx } from '@/lib/db/in-tenant'
import { isFurther, type MessageStatus } from './rules'

type Step = {
  status: Exclude<MessageStatus, 'queued' | 'sending'>
  at: Date
  providerId?: string | null
  error?: string | null
}

/**
 * Moves a message on to a status, never back; a step that comes late only leaves its instant. One-time links go as
 * soon as nothing is to be sent any more; the database sees to that.
 * @returns the status after it, or null when there is no such message
 */
export async function advanceMessage(tx: TenantTx, id: string, step: Step): Promise<MessageStatus | null> {
  const [current] = await tx.$queryRaw<{ status: MessageStatus }[]>`
    select status from app.messages where id = ${id}::uuid for update`
  if (!current) return null
  const further = isFurther(step.status, current.status)
  const status = further ? step.status : current.status
  const { at, providerId = null, error = null } = step
  await tx.$executeRaw`
    update app.messages set status = ${status},
      provider_id = coalesce(provider_id, ${providerId}),
      error = case when ${further} then ${error} else error end,
      uncertain_at = case when ${step.status === 'uncertain'} then coalesce(uncertain_at, ${at}) else uncertain_at end,
      sent_at = case when ${step.status === 'sent'} then coalesce(sent_at, ${at}) else sent_at end,
      delivered_at = case when ${step.status === 'delivered'} then coalesce(delivered_at, ${at}) else delivered_at end,
      bounced_at = case when ${step.status === 'bounced'} then coalesce(bounced_at, ${at}) else bounced_at end,
      complained_at = case when ${step.status === 'complained'} then coalesce(complained_at, ${at}) else complained_at end,
      failed_at = case when ${step.status === 'failed'} then coalesce(failed_at, ${at}) else failed_at end,
      suppressed_at = case when ${step.status === 'suppressed'} then coalesce(suppressed_at, ${at}) else suppressed_at end
    where id = ${id}::uuid`
  return status
}
