import { invalid } from '@/lib/dev/stripe/api-error'
import { withLines } from '@/lib/dev/stripe/billing/compose-invoice'
import { lineOfItem, priceAmount, pricingOf } from '@/lib/dev/stripe/billing/invoice-lines'
import { amountOf, readDecimal, truncate, whole } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { InvoiceItem } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'
import { makeInvoiceItem } from './make-invoice-item'

export const invoiceItemRoutes: Route[] = [
  route('POST', '/v1/invoiceitems', (emulator, { params }) => createItem(emulator, params)),
  route('GET', '/v1/invoiceitems', list),
  route('GET', '/v1/invoiceitems/:', (emulator, { id }) => rowAt(emulator, 'invoiceitem', id)),
  route('POST', '/v1/invoiceitems/:', update),
  route('DELETE', '/v1/invoiceitems/:', remove),
]

/** Makes an invoice item of its parameters and puts it on the draft it names. */
export function createItem(emulator: Emulator, params: Params, owner?: string): InvoiceItem {
  const invoice = params.text('invoice')
  const draft = invoice ? rowNamed(emulator, 'invoice', invoice, 'invoice') : undefined
  if (draft && draft.status !== 'draft')
    throw invalid('The invoice is no longer editable.', 'invoice', 'invoice_not_editable')
  const customer = emulator.customer(owner ?? draft?.customer ?? params.required('customer'))
  params.ignore('customer', 'tax_behavior', 'tax_code', 'tax_rates')
  const subscription = params.text('subscription')
  const period = params.part('period')
  const now = emulator.now(customer.id)
  const row = makeInvoiceItem(emulator, {
    customer: customer.id,
    description: params.nullable('description'),
    discountable: params.bool('discountable') ?? true,
    metadata: params.metadata(),
    parent: subscription ? { type: 'subscription_details', subscription_details: { subscription } } : null,
    period: { start: period?.int('start') ?? now, end: period?.int('end') ?? now },
    ...readAmount(emulator, params, customer.currency ?? 'usd'),
  })
  if (!draft) return row
  const lines = [...draft.lines.data, lineOfItem(row)]
  emulator.store.put('invoice', withLines(emulator, draft, lines))
  return emulator.store.put('invoiceitem', { ...row, invoice: draft.id })
}

// A sum, or a quantity of a price or of a price per unit.
function readAmount(emulator: Emulator, params: Params, usual: string) {
  const currency = (params.text('currency') ?? usual).toLowerCase()
  const quantity = readDecimal(params.text('quantity_decimal') ?? params.text('quantity') ?? '1') ?? whole(1)
  params.ignore('quantity', 'quantity_decimal')
  const counted = { quantity: truncate(quantity), quantity_decimal: decimalText(params, quantity) }
  const id = params.part('pricing')?.text('price')
  if (id) {
    const price = rowNamed(emulator, 'price', id, 'pricing[price]')
    return {
      amount: priceAmount(price, quantity),
      currency: price.currency,
      pricing: pricingOf(price),
      ...counted,
    }
  }
  const unit = params.text('unit_amount_decimal')
  if (unit) {
    const amount = amountOf(quantity, readDecimal(unit) ?? 0n)
    return { amount, currency, pricing: null, ...counted }
  }
  params.required('amount')
  return { amount: params.int('amount') ?? 0, currency, pricing: null, ...counted }
}

function decimalText(params: Params, quantity: bigint): string {
  return params.text('quantity_decimal') ?? String(truncate(quantity))
}

function update(emulator: Emulator, { id, params }: Call): InvoiceItem {
  const before = rowAt(emulator, 'invoiceitem', id)
  if (before.invoice) throw invalid('The emulator changes only invoice items that wait.', 'invoice')
  const amount = params.int('amount') ?? before.amount
  const row = emulator.store.put('invoiceitem', {
    ...before,
    amount,
    net_amount: amount,
    description: params.nullable('description', before.description),
    metadata: params.metadata(before.metadata ?? {}),
  })
  return row
}

function remove(emulator: Emulator, { id }: Call): object {
  const row = rowAt(emulator, 'invoiceitem', id)
  const invoice = row.invoice ? emulator.store.get('invoice', row.invoice) : undefined
  if (invoice && invoice.status !== 'draft')
    throw invalid('The invoice is no longer editable.', 'invoice', 'invoice_not_editable')
  if (invoice) {
    const lines = invoice.lines.data.filter(line => line.parent?.invoice_item_details?.invoice_item !== id)
    emulator.store.put('invoice', withLines(emulator, invoice, lines))
  }
  emulator.store.remove('invoiceitem', id)
  emulator.emit('invoiceitem.deleted', row)
  return { id, object: 'invoiceitem', deleted: true }
}

function list(emulator: Emulator, { params }: Call): object {
  const [customer, invoice, pending] = [
    params.text('customer'),
    params.text('invoice'),
    params.bool('pending'),
  ]
  const within = createdFilter(params)
  const rows = customer ? emulator.store.of('invoiceitem', customer) : emulator.store.all('invoiceitem')
  const wanted = rows.filter(
    row =>
      within({ created: row.date }) &&
      (!invoice || row.invoice === invoice) &&
      (pending === undefined || (row.invoice === null) === pending),
  )
  return listPage(wanted, params, '/v1/invoiceitems')
}
