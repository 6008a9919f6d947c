import type { TenantTx } from '@/lib/db/in-tenant'
import type { Claim } from './claim-message'

/**
 * Writes down that a claimed message is now being handed to a mail server, which would take a second try for a second
 * email: a run that finds this and no outcome leaves the message alone. Committed before the server hears of it.
 * @param messageId its Message-ID, by which that server's log knows it
 * @returns false when another run has claimed the message since, or it was settled
 */
export async function beginHandover(
  tx: TenantTx,
  { id, attempt }: Pick<Claim, 'id' | 'attempt'>,
  messageId: string,
  now = new Date(),
): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { id, status: 'sending', attempts: attempt, sendingAt: null },
    data: { sendingAt: now, providerId: messageId },
  })
  return count === 1
}
