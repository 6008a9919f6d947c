import type { Emulator } from '@/lib/dev/stripe/emulator'
import { createdFilter, listPage, pageOf } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import { rowAt } from './find-row'

/** The list of invoices, newest first. */
export function listInvoices(emulator: Emulator, { params }: Call): object {
  const [customer, subscription] = [params.text('customer'), params.text('subscription')]
  const [status, method] = [params.text('status'), params.text('collection_method')]
  const within = createdFilter(params)
  const rows = customer ? emulator.store.of('invoice', customer) : emulator.store.all('invoice')
  const wanted = rows.filter(
    row =>
      within(row) &&
      (!subscription || row.parent?.subscription_details?.subscription === subscription) &&
      (!status || row.status === status) &&
      (!method || row.collection_method === method),
  )
  return listPage(wanted, params, '/v1/invoices')
}

/** The lines of an invoice, in their order. */
export function listLines(emulator: Emulator, { id, params }: Call): object {
  const { lines } = rowAt(emulator, 'invoice', id)
  return pageOf(lines.data, params.int('limit') ?? 10, params, `/v1/invoices/${id}/lines`)
}

export const invoicePaymentRoutes: Route[] = [
  route('GET', '/v1/invoice_payments', (emulator, { params }) => {
    const [invoice, status] = [params.text('invoice'), params.text('status')]
    const payment = params.part('payment')
    payment?.ignore('type')
    const intent = payment?.text('payment_intent')
    const rows = emulator.store
      .all('invoice_payment')
      .filter(row => !invoice || row.invoice === invoice)
      .filter(row => !status || row.status === status)
      .filter(row => !intent || row.payment.payment_intent === intent)
    return listPage(rows, params, '/v1/invoice_payments')
  }),
  route('GET', '/v1/invoice_payments/:', (emulator, { id }) => rowAt(emulator, 'invoice_payment', id)),
]
