import type { TenantTx } from '@/lib/db/in-tenant'
import type { Channel } from './find-suppression'

/** Stops further messages to an address or number, with the reason people are shown; does nothing when stopped already. */
export async function suppressRecipient(
  tx: TenantTx,
  to: { channel: Channel; recipient: string },
  reason: 'bounced' | 'complained' | 'unsubscribed',
  messageId: string,
): Promise<void> {
  await tx.suppression.createMany({ data: [{ ...to, reason, messageId }], skipDuplicates: true })
}
