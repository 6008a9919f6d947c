import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { writeBalance } from '@/lib/dev/stripe/resources/balance'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import type { Invoice } from '@/lib/dev/stripe/rows'
import { nextNumber, subscriptionOf } from './finalize-invoice'

/**
 * Voids the invoice that a subscription makes while its collection is paused: it is never open, and takes nothing from
 * the customer's balance. Others, and previews, stay as they are.
 */
export function voidWhilePaused(emulator: Emulator, draft: Invoice): Invoice {
  const paused = subscriptionOf(emulator, draft)?.pause_collection
  if (!paused || emulator.imagining || !draft.customer) return draft
  const now = emulator.now(draft.customer)
  const final = emulator.store.put('invoice', {
    ...draft,
    auto_advance: false,
    automatically_finalizes_at: null,
    number: nextNumber(emulator, draft.customer),
    status: 'void',
    status_transitions: { ...draft.status_transitions, finalized_at: now, voided_at: now },
  })
  emulator.emit('invoice.voided', final)
  return final
}

/** Voids a final invoice that was not paid; what it took from the customer's balance goes back. */
export function voidInvoice(emulator: Emulator, id: string): Invoice {
  const before = rowAt(emulator, 'invoice', id)
  if (before.status !== 'open' && before.status !== 'uncollectible') {
    throw invalid(`You can only void open or uncollectible invoices; this one is ${before.status}.`)
  }
  const applied = (before.ending_balance ?? 0) - before.starting_balance
  if (applied !== 0 && before.customer) {
    writeBalance(emulator, before.customer, { amount: -applied, type: 'unapplied_from_invoice', invoice: id })
  }
  const voided_at = emulator.now(before.customer)
  const row = emulator.store.put('invoice', {
    ...before,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...before.status_transitions, voided_at },
  })
  emulator.emit('invoice.voided', row)
  return row
}
