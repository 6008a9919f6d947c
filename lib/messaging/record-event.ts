import type { TenantTx } from '@/lib/db/in-tenant'

export type MessageEvent = {
  messageId: string
  source: 'portico' | 'resend' | 'twilio'
  /** The provider's own id of this report: reported again, it counts once. */
  eventKey: string
  type: string
  at: Date
  detail?: Record<string, string>
}

/** Adds a report to a message's history; false when it is there already. */
export async function recordEvent(tx: TenantTx, event: MessageEvent): Promise<boolean> {
  const { count } = await tx.messageEvent.createMany({ data: [event], skipDuplicates: true })
  return count === 1
}
