import { invalid } from '@/lib/dev/stripe/api-error'
import { finalizeInvoice } from '@/lib/dev/stripe/billing/finalize-invoice'
import { markPaid } from '@/lib/dev/stripe/billing/mark-paid'
import { payInvoice } from '@/lib/dev/stripe/billing/pay-invoice'
import { voidInvoice } from '@/lib/dev/stripe/billing/void-invoice'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Invoice } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'

/** How an invoice ends: paid, void, uncollectible; or is sent. */
export const invoiceEndingRoutes: Route[] = [
  route('POST', '/v1/invoices/:/pay', pay),
  route('POST', '/v1/invoices/:/void', (emulator, { id }) => voidInvoice(emulator, id)),
  route('POST', '/v1/invoices/:/mark_uncollectible', giveUp),
  route('POST', '/v1/invoices/:/send', send),
]

function pay(emulator: Emulator, { id, params }: Call): Invoice {
  const invoice = rowAt(emulator, 'invoice', id)
  const method = params.text('payment_method')
  const outside = params.bool('paid_out_of_band')
  params.ignore('off_session', 'forgive')
  if (method) rowNamed(emulator, 'payment_method', method, 'payment_method')
  if (invoice.status === 'draft') finalizeInvoice(emulator, id)
  if (outside) return payOutside(emulator, id)
  return rowAt(emulator, 'invoice', id).status === 'paid' && invoice.status === 'draft'
    ? rowAt(emulator, 'invoice', id)
    : payInvoice(emulator, id, method)
}

function payOutside(emulator: Emulator, id: string): Invoice {
  const open = rowAt(emulator, 'invoice', id)
  if (open.status === 'paid') throw invalid('Invoice is already paid', undefined, 'invoice_already_paid')
  return markPaid(emulator, id, open.amount_due)
}

function giveUp(emulator: Emulator, { id }: Call): Invoice {
  const before = rowAt(emulator, 'invoice', id)
  if (before.status !== 'open')
    throw invalid(`Invoices with status ${before.status} cannot be marked uncollectible.`)
  const marked_uncollectible_at = emulator.now(before.customer)
  const row = emulator.store.put('invoice', {
    ...before,
    next_payment_attempt: null,
    status: 'uncollectible',
    status_transitions: { ...before.status_transitions, marked_uncollectible_at },
  })
  emulator.emit('invoice.marked_uncollectible', row)
  return row
}

function send(emulator: Emulator, { id }: Call): Invoice {
  if (rowAt(emulator, 'invoice', id).status === 'draft') finalizeInvoice(emulator, id)
  const row = rowAt(emulator, 'invoice', id)
  emulator.emit('invoice.sent', row)
  return row
}
