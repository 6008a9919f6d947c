import { invalid } from '@/lib/dev/stripe/api-error'
import { bindItems, composeInvoice, takePending, withLines } from '@/lib/dev/stripe/billing/compose-invoice'
import { finalizeInvoice } from '@/lib/dev/stripe/billing/finalize-invoice'
import { previewInvoice } from '@/lib/dev/stripe/billing/preview-invoice'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Invoice } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'
import { invoiceEndingRoutes } from './invoice-endings'
import { listInvoices, listLines } from './invoice-lists'
import { readDiscounts } from './read-discounts'

const day = 86_400

export const invoiceRoutes: Route[] = [
  route('POST', '/v1/invoices', create),
  route('GET', '/v1/invoices', listInvoices),
  route('POST', '/v1/invoices/create_preview', (emulator, { params }) => previewInvoice(emulator, params)),
  route('GET', '/v1/invoices/:', (emulator, { id }) => rowAt(emulator, 'invoice', id)),
  route('POST', '/v1/invoices/:', update),
  route('DELETE', '/v1/invoices/:', remove),
  route('GET', '/v1/invoices/:/lines', listLines),
  route('POST', '/v1/invoices/:/finalize', finalize),
  ...invoiceEndingRoutes,
]

function create(emulator: Emulator, { params }: Call): Invoice {
  const named = params.text('subscription')
  const subscription = named ? rowNamed(emulator, 'subscription', named, 'subscription') : undefined
  const customer = emulator.customer(subscription?.customer ?? params.required('customer'))
  params.ignore('customer', 'currency')
  const pending = params.oneOf('pending_invoice_items_behavior', ['include', 'exclude']) ?? 'exclude'
  const now = emulator.now(customer.id)
  const includes = pending === 'include' || subscription !== undefined
  const draft = composeInvoice(emulator, {
    customer,
    subscription,
    lines: includes ? takePending(emulator, customer.id, subscription?.id) : [],
    period: { start: now, end: now },
    reason: 'manual',
    autoAdvance: params.bool('auto_advance') ?? false,
    collection: params.oneOf('collection_method', ['charge_automatically', 'send_invoice']),
  })
  bindItems(emulator, draft)
  return emulator.store.put('invoice', changed(emulator, draft, params))
}

function changed(emulator: Emulator, before: Invoice, params: Params): Invoice {
  const days = params.int('days_until_due')
  const due = params.int('due_date') ?? (days === undefined ? before.due_date : before.created + days * day)
  const method = params.nullable('default_payment_method', before.default_payment_method)
  if (method) rowNamed(emulator, 'payment_method', method, 'default_payment_method')
  const { id, customer, discounts } = before
  params.ignore('automatic_tax', 'payment_settings', 'rendering')
  const auto_advance = params.bool('auto_advance')
  return {
    ...before,
    ...(auto_advance !== undefined &&
      auto_advance !== before.auto_advance &&
      advance(emulator, before, auto_advance)),
    default_payment_method: method,
    description: params.nullable('description', before.description),
    discounts: readDiscounts(emulator, params, { id, customer, discounts, object: 'invoice' }),
    due_date: due,
    footer: params.nullable('footer', before.footer),
    metadata: params.metadata(before.metadata ?? {}),
  }
}

// What happens by itself stops, or goes on where it stopped: a draft is made final, an open invoice is tried again.
function advance(emulator: Emulator, before: Invoice, auto_advance: boolean): Partial<Invoice> {
  const none = { auto_advance, automatically_finalizes_at: null, next_payment_attempt: null }
  if (!auto_advance) return none
  const now = emulator.now(before.customer)
  if (before.status === 'draft') return { ...none, automatically_finalizes_at: now + 3600 }
  const days = before.attempted ? emulator.dunning.retryAfterDays[before.attempt_count - 1] : 0
  const charges = before.status === 'open' && before.collection_method === 'charge_automatically'
  return { ...none, next_payment_attempt: charges && days !== undefined ? now + days * day : null }
}

function update(emulator: Emulator, { id, params }: Call): Invoice {
  const before = rowAt(emulator, 'invoice', id)
  const after = changed(emulator, before, params)
  const counted = before.status === 'draft' ? withLines(emulator, after, after.lines.data) : after
  const row = emulator.store.put('invoice', counted)
  emulator.emit('invoice.updated', row, before)
  return row
}

function finalize(emulator: Emulator, { id, params }: Call): Invoice {
  const before = rowAt(emulator, 'invoice', id)
  const auto_advance = params.bool('auto_advance') ?? before.auto_advance
  emulator.store.put('invoice', { ...before, auto_advance })
  return finalizeInvoice(emulator, id)
}

function remove(emulator: Emulator, { id }: Call): object {
  const row = rowAt(emulator, 'invoice', id)
  if (row.status !== 'draft') throw invalid('You can only delete draft invoices.')
  emulator.store.remove('invoice', id)
  emulator.emit('invoice.deleted', row)
  return { id, object: 'invoice', deleted: true }
}
