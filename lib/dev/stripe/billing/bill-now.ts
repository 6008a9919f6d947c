import type { Emulator } from '@/lib/dev/stripe/emulator'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { holding } from '@/lib/dev/stripe/resources/read-discounts'
import type { InvoiceLine, Subscription } from '@/lib/dev/stripe/rows'
import { bindItems, composeInvoice, takePending } from './compose-invoice'
import { finalizeInvoice } from './finalize-invoice'
import type { Period } from './invoice-lines'
import { attemptPayment, declined } from './pay-invoice'
import { changeStatus } from './subscription-status'
import { voidWhilePaused } from './void-invoice'

interface Bill {
  lines: InvoiceLine[]
  period: Period
  reason: string
  /** Stripe's `payment_behavior`. */
  behaviour: string
}

/** Invoices these lines and what waits for the subscription at once, and charges it; nothing when there is no line. */
export function billNow(emulator: Emulator, id: string, bill: Bill): Subscription {
  const invoice = draftOf(emulator, id, bill)
  if (!invoice) {
    const { status } = rowAt(emulator, 'subscription', id)
    return status === 'incomplete'
      ? changeStatus(emulator, id, 'active')
      : rowAt(emulator, 'subscription', id)
  }
  if (emulator.imagining || voidWhilePaused(emulator, invoice).status === 'void')
    return rowAt(emulator, 'subscription', id)
  if (invoice.collection_method === 'send_invoice') {
    const { status } = rowAt(emulator, 'subscription', id)
    return status === 'incomplete'
      ? changeStatus(emulator, id, 'active')
      : rowAt(emulator, 'subscription', id)
  }
  const open = finalizeInvoice(emulator, invoice.id)
  if (open.status === 'open' && bill.behaviour !== 'default_incomplete') {
    const refusal = attemptPayment(emulator, invoice.id)
    if (refusal && bill.behaviour === 'error_if_incomplete')
      throw declined(emulator, refusal, undefined, false)
  }
  return rowAt(emulator, 'subscription', id)
}

function draftOf(emulator: Emulator, id: string, { lines, period, reason }: Bill) {
  const subscription = rowAt(emulator, 'subscription', id)
  const all = [...lines, ...takePending(emulator, subscription.customer, id)]
  if (all.length === 0) return undefined
  const invoice = composeInvoice(emulator, {
    customer: emulator.customer(subscription.customer),
    subscription,
    lines: all,
    period,
    reason,
    discounts: holding(emulator, subscription.discounts, period.end),
    autoAdvance: true,
  })
  bindItems(emulator, invoice)
  emulator.store.put('subscription', { ...rowAt(emulator, 'subscription', id), latest_invoice: invoice.id })
  return invoice
}
