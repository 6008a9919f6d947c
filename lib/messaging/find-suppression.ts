import type { TenantTx } from '@/lib/db/in-tenant'

export type Channel = 'email' | 'sms'

/** Why an address is blocked, in words. */
export const suppressionSentences = {
  bounced: 'Earlier messages to this address came back as undeliverable.',
  complained: 'The recipient reported an earlier message as spam.',
  unsubscribed: 'The recipient replied STOP to our texts.',
} as const

/** Why nothing may be sent to an address or number, as a sentence; null when it may. */
export async function findSuppression(
  tx: TenantTx,
  channel: Channel,
  recipient: string,
): Promise<string | null> {
  const found = await tx.suppression.findFirst({
    where: { channel, recipient, liftedAt: null },
    select: { reason: true },
  })
  return found ? suppressionSentences[found.reason as keyof typeof suppressionSentences] : null
}
