import { invalid } from '@/lib/dev/stripe/api-error'
import { creditOpen, creditPaid } from '@/lib/dev/stripe/billing/apply-credit-note'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { CreditNote, Invoice } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'

type Line = CreditNote['lines']['data'][number]

export const creditNoteRoutes: Route[] = [
  route('POST', '/v1/credit_notes', create),
  route('GET', '/v1/credit_notes', list),
  route('GET', '/v1/credit_notes/:', (emulator, { id }) => rowAt(emulator, 'credit_note', id)),
]

function create(emulator: Emulator, { params }: Call): CreditNote {
  const invoice = rowNamed(emulator, 'invoice', params.required('invoice'), 'invoice')
  if (!invoice.customer || (invoice.status !== 'open' && invoice.status !== 'paid')) {
    throw invalid('Credit notes are of open or paid invoices.', 'invoice')
  }
  const lines = readLines(params, invoice)
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  if (total <= 0) throw invalid('A credit note must be of more than 0.', 'amount')
  const paid = invoice.status === 'paid'
  const effect = paid ? creditPaid(emulator, invoice, total, params) : creditOpen(emulator, invoice, total)
  const id = freshId('cn')
  const notes = emulator.store.of('credit_note', invoice.customer).filter(row => row.invoice === invoice.id)
  const now = emulator.now(invoice.customer)
  const reasons = ['duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory'] as const
  const row = emulator.store.put('credit_note', {
    ...effect,
    id,
    object: 'credit_note',
    amount: total,
    amount_shipping: 0,
    created: now,
    currency: invoice.currency,
    customer: invoice.customer,
    customer_account: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: now,
    invoice: invoice.id,
    lines: { object: 'list', data: lines, has_more: false, url: `/v1/credit_notes/${id}/lines` },
    livemode: false,
    memo: params.nullable('memo'),
    metadata: params.metadata(),
    number: `${invoice.number}-CN-${String(notes.length + 1).padStart(2, '0')}`,
    pdf: invoice.invoice_pdf ?? '',
    post_payment_amount: paid ? total : 0,
    pre_payment_amount: paid ? 0 : total,
    pretax_credit_amounts: [],
    reason: params.oneOf('reason', reasons) ?? null,
    shipping_cost: null,
    status: 'issued',
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_excluding_tax: total,
    total_taxes: [],
    type: paid ? 'post_payment' : 'pre_payment',
    voided_at: null,
  })
  emulator.emit('credit_note.created', row)
  return row
}

function readLines(params: Params, invoice: Invoice): Line[] {
  const sent = params.list('lines')
  params.ignore('email_type')
  if (!sent) {
    const amount = params.int('amount') ?? 0
    return [
      makeLine({ amount, description: `Credit for invoice ${invoice.number}`, type: 'custom_line_item' }),
    ]
  }
  return sent.map(part => {
    const of = part.text('invoice_line_item')
    part.ignore('type')
    const quantity = part.int('quantity') ?? 1
    const unit = part.int('unit_amount')
    const amount = part.int('amount') ?? (unit ?? 0) * quantity
    const line = of ? invoice.lines.data.find(each => each.id === of) : undefined
    if (of && !line) throw invalid(`No such invoice line: '${of}'`, 'lines', 'resource_missing')
    const description = part.nullable('description', line?.description ?? null)
    const type = of ? 'invoice_line_item' : 'custom_line_item'
    return makeLine({ amount, description, type, quantity, invoice_line_item: of, unit_amount: unit ?? null })
  })
}

function makeLine(parts: Pick<Line, 'amount' | 'description' | 'type'> & Partial<Line>): Line {
  return {
    id: freshId('cnli'),
    object: 'credit_note_line_item',
    discount_amount: 0,
    discount_amounts: [],
    livemode: false,
    metadata: {},
    pretax_credit_amounts: [],
    quantity: 1,
    tax_rates: [],
    taxes: [],
    unit_amount: parts.amount,
    unit_amount_decimal: String(parts.unit_amount ?? parts.amount),
    ...parts,
  }
}

function list(emulator: Emulator, { params }: Call): object {
  const [customer, invoice] = [params.text('customer'), params.text('invoice')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('credit_note')
    .filter(row => within(row) && (!customer || row.customer === customer))
    .filter(row => !invoice || row.invoice === invoice)
  return listPage(rows, params, '/v1/credit_notes')
}
