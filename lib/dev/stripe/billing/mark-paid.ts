import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Invoice } from '@/lib/dev/stripe/rows'
import { paymentOf } from './payment-intents'
import { changeStatus } from './subscription-status'

/** Closes an open invoice with this many cents received; its subscription is in order again when it was the latest. */
export function markPaid(emulator: Emulator, id: string, received: number): Invoice {
  const before = emulator.store.get('invoice', id)
  if (!before?.customer) throw new Error(`There is no invoice ${id}`)
  const now = emulator.now(before.customer)
  const row = emulator.store.put('invoice', {
    ...before,
    amount_paid: received,
    amount_remaining: Math.max(0, before.amount_due - received),
    attempted: true,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...before.status_transitions, paid_at: now },
  })
  const payment = paymentOf(emulator, id)
  if (payment) {
    const status_transitions = { ...payment.status_transitions, paid_at: now }
    const paid = { ...payment, amount_paid: received, status: 'paid', status_transitions }
    emulator.emit('invoice_payment.paid', emulator.store.put('invoice_payment', paid))
  }
  emulator.emit('invoice.updated', row, before)
  emulator.emit('invoice.paid', row)
  emulator.emit('invoice.payment_succeeded', row)
  setDelinquent(emulator, before.customer, false)
  const subscription = row.parent?.subscription_details?.subscription
  const owner = subscription ? emulator.store.get('subscription', subscription) : undefined
  if (owner?.latest_invoice === id && ['incomplete', 'past_due', 'unpaid'].includes(owner.status)) {
    changeStatus(emulator, owner.id, 'active')
  }
  return row
}

/** Says of a customer whether its latest charge failed. */
export function setDelinquent(emulator: Emulator, customer: string, delinquent: boolean): void {
  const before = emulator.store.get('customer', customer)
  if (!before || before.delinquent === delinquent) return
  emulator.emit('customer.updated', emulator.store.put('customer', { ...before, delinquent }), before)
}
