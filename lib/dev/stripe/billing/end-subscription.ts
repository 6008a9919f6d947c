import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Subscription } from '@/lib/dev/stripe/rows'
import { changeStatus } from './subscription-status'

/** Ends a subscription now; its open invoices are no longer charged by themselves. */
export function endSubscription(emulator: Emulator, id: string, reason: string): Subscription {
  const before = emulator.store.get('subscription', id)
  if (!before) throw new Error(`There is no subscription ${id}`)
  const now = emulator.now(before.customer)
  for (const invoice of emulator.store.of('invoice', before.customer)) {
    const own = invoice.parent?.subscription_details?.subscription === id
    if (!own || !['draft', 'open'].includes(invoice.status ?? '')) continue
    emulator.store.put('invoice', {
      ...invoice,
      auto_advance: false,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
    })
  }
  const details = before.cancellation_details ?? {
    comment: null,
    feedback: null,
    feedback_option: null,
    reason,
  }
  const row = emulator.store.put('subscription', {
    ...before,
    canceled_at: before.canceled_at ?? now,
    cancellation_details: { ...details, reason: details.reason ?? reason },
    ended_at: now,
    status: 'canceled',
  })
  emulator.emit('customer.subscription.deleted', row)
  return row
}

/** Does with a subscription what the account wants when the last attempt has failed. */
export function endDunning(emulator: Emulator, id: string): void {
  const { afterwards } = emulator.dunning
  if (afterwards === 'canceled') endSubscription(emulator, id, 'payment_failed')
  else changeStatus(emulator, id, afterwards)
}
