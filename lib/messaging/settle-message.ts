import type { TenantTx } from '@/lib/db/in-tenant'
import { advanceMessage } from './advance-message'
import type { Claim } from './claim-message'
import type { Outcome } from './deliver'
import { recordEvent } from './record-event'
import { uncertainty } from './rules'
import { suppressRecipient } from './suppress-recipient'

/** Writes down what came of a try: sent, refused for good, in doubt, or to be tried again unless it was the last. */
export async function settleMessage(
  tx: TenantTx,
  claim: Claim,
  outcome: Outcome,
  lastTry: boolean,
): Promise<void> {
  const at = new Date()
  if (outcome.outcome === 'overtaken') return
  if (outcome.outcome === 'accepted') {
    await advanceMessage(tx, claim.id, { status: 'sent', at, providerId: outcome.providerId })
    return
  }
  if (outcome.outcome === 'uncertain') {
    const error = uncertainty(
      `Your mail server did not say whether it took this (${outcome.error.slice(0, 300)}).`,
    )
    await advanceMessage(tx, claim.id, { status: 'uncertain', at, error })
    return
  }
  const { error } = outcome
  await recordEvent(tx, {
    messageId: claim.id,
    source: 'portico',
    eventKey: `${claim.id}:${claim.attempt}`,
    type: 'attempt-failed',
    at,
    detail: { error: error.slice(0, 500) },
  })
  if (outcome.outcome === 'unknown' && outcome.untaken) {
    // Not taken for certain: the next try is free to go by another account. One that has begun is none of ours.
    const where = { id: claim.id, attempts: claim.attempt }
    await tx.message.updateMany({ where, data: { sendingAt: null, providerId: null } })
  }
  if (outcome.outcome === 'refused' || lastTry) {
    await advanceMessage(tx, claim.id, { status: 'failed', at, error: error.slice(0, 500) })
  } else {
    await tx.$executeRaw`update app.messages set error = ${error.slice(0, 500)} where id = ${claim.id}::uuid`
  }
  if (outcome.outcome === 'refused' && outcome.unsubscribed) {
    await suppressRecipient(tx, { channel: 'sms', recipient: claim.recipient }, 'unsubscribed', claim.id)
  }
}
