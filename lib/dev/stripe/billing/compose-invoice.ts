import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Customer, Invoice, InvoiceLine, Subscription } from '@/lib/dev/stripe/rows'
import { blankInvoice } from './blank-invoice'
import { discountLines, discountTotals } from './discounts'
import { lineOfItem, type Period } from './invoice-lines'

export interface InvoiceParts {
  customer: Customer
  subscription?: Subscription
  lines: InvoiceLine[]
  period: Period
  reason: string
  discounts?: string[]
  autoAdvance: boolean
  collection?: string
  daysUntilDue?: number | null
}

const hour = 3600

/** Keeps a new draft of these lines; nothing is charged yet. */
export function composeInvoice(emulator: Emulator, parts: InvoiceParts): Invoice {
  const { customer, subscription } = parts
  const now = emulator.now(customer.id)
  const currency = parts.lines[0]?.currency ?? subscription?.currency ?? customer.currency ?? 'usd'
  if (!customer.currency) emulator.store.put('customer', { ...emulator.customer(customer.id), currency })
  const draft: Invoice = {
    ...blankInvoice(customer, now),
    auto_advance: parts.autoAdvance,
    automatically_finalizes_at: parts.autoAdvance ? now + hour : null,
    billing_reason: parts.reason,
    collection_method: parts.collection ?? subscription?.collection_method ?? 'charge_automatically',
    currency,
    discounts: parts.discounts ?? subscription?.discounts ?? [],
    due_date: null,
    parent: subscription ? parentOf(subscription) : null,
    period_end: parts.period.end,
    period_start: parts.period.start,
  }
  if (subscription?.automatic_tax.enabled) {
    draft.automatic_tax = { ...draft.automatic_tax, enabled: true, status: 'complete', provider: 'stripe' }
  }
  const row = emulator.store.put('invoice', withLines(emulator, draft, parts.lines))
  emulator.emit('invoice.created', row)
  return row
}

/** The invoice with these lines and the sums that follow from them. */
export function withLines(emulator: Emulator, invoice: Invoice, given: InvoiceLine[]): Invoice {
  const owned = given.map(line => ({ ...line, invoice: invoice.id, discount_amounts: [] }))
  const lines = discountLines(emulator, owned, invoice.discounts)
  const total_discount_amounts = discountTotals(lines)
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0)
  const total = total_discount_amounts.reduce((rest, { amount }) => rest - amount, subtotal)
  const due = Math.max(0, total)
  return {
    ...invoice,
    amount_due: due,
    amount_remaining: due,
    lines: { object: 'list', data: lines, has_more: false, url: `/v1/invoices/${invoice.id}/lines` },
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts,
    total_excluding_tax: total,
    total_pretax_credit_amounts: total_discount_amounts.map(part => ({ ...part, type: 'discount' })),
  }
}

/** Takes the invoice items of a customer that wait for this subscription's next invoice, as lines. */
export function takePending(emulator: Emulator, customer: string, subscription?: string): InvoiceLine[] {
  return emulator.store
    .of('invoiceitem', customer)
    .filter(item => item.invoice === null)
    .filter(item => belongs(item.parent?.subscription_details?.subscription, subscription))
    .map(lineOfItem)
}

/** Binds the invoice items that became lines to their invoice. */
export function bindItems(emulator: Emulator, invoice: Invoice): void {
  for (const { parent } of invoice.lines.data) {
    const id = parent?.subscription_item_details?.invoice_item ?? parent?.invoice_item_details?.invoice_item
    const item = id ? emulator.store.get('invoiceitem', id) : undefined
    if (item && item.invoice === null) emulator.store.put('invoiceitem', { ...item, invoice: invoice.id })
  }
}

// An item of no subscription goes on whatever invoice comes first.
function belongs(own: string | undefined, wanted: string | undefined): boolean {
  return own === undefined || own === wanted
}

function parentOf(subscription: Subscription): Invoice['parent'] {
  const { id, metadata } = subscription
  return {
    type: 'subscription_details',
    quote_details: null,
    subscription_details: { metadata, subscription: id },
  }
}
