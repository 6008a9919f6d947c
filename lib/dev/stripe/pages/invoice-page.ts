import { ApiError } from '@/lib/dev/stripe/api-error'
import { payInvoice } from '@/lib/dev/stripe/billing/pay-invoice'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { makeMethod } from '@/lib/dev/stripe/resources/payment-methods'
import type { Invoice } from '@/lib/dev/stripe/rows'
import { cardForm, cardOf } from './card-form'
import { day, escapeHtml, money } from './html'
import { invoicePdf } from './invoice-pdf'
import { html, type PageAnswer, type PageRequest, redirect } from './page'

/** The page of a final invoice, where it can be paid, and its PDF. Whoever has the address may look. */
export function invoicePage(
  emulator: Emulator,
  { parts: [id = '', key = '', file], path, form }: PageRequest,
): PageAnswer {
  const invoice = rowAt(emulator, 'invoice', id)
  const known = key !== '' && invoice.hosted_invoice_url?.endsWith(`/${key}`)
  if (!known) throw new ApiError(404, 'There is no such invoice.')
  if (file === 'pdf') return pdf(invoice)
  if (form === undefined) return show(invoice, path)
  try {
    const paid = () => payInvoice(emulator, id, makeMethod(emulator, cardOf(form)).id)
    emulator.store.atomically(paid, error => error instanceof ApiError && error.keepsChanges)
    return redirect(path)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return show(rowAt(emulator, 'invoice', id), path, error.message)
  }
}

function pdf(invoice: Invoice): PageAnswer {
  const name = `attachment; filename="Invoice-${invoice.number}.pdf"`
  const headers = { 'content-type': 'application/pdf', 'content-disposition': name }
  return { status: 200, headers, body: invoicePdf(invoice) }
}

function show(invoice: Invoice, path: string, problem?: string): PageAnswer {
  const { currency, status, number } = invoice
  const open = status === 'open' || status === 'uncollectible'
  const body = `<h1>Invoice ${number}</h1><p class="soft">${escapeHtml(invoice.customer_name ?? '')} · ${day(invoice.created)}</p>
<p class="${status === 'paid' ? 'good' : 'bad'}">${status === 'paid' ? 'Paid' : `${money(invoice.amount_remaining, currency)} due`} <span class="tag">${status}</span></p>
<div class="card"><table><tr><th>Item</th><th>Amount</th></tr>${lines(invoice)}</table></div>
<p><a href="${path}/pdf">Download the PDF</a></p>
${problem ? `<p class="bad" role="alert">${escapeHtml(problem)}</p>` : ''}${open ? `<h2>Pay</h2>${cardForm(path, 'Pay')}` : ''}`
  return html(`Invoice ${number}`, body, problem ? 402 : 200)
}

function lines({ lines, currency, ...invoice }: Invoice): string {
  const row = (name: string, cents: number) =>
    `<tr><td>${escapeHtml(name)}</td><td>${money(cents, currency)}</td></tr>`
  const sums = [
    ...(invoice.total_discount_amounts ?? []).map(({ amount }) => row('Discount', -amount)),
    `<tr><th>Total</th><th>${money(invoice.total, currency)}</th></tr>`,
    ...(invoice.total === invoice.amount_due
      ? []
      : [row('From the balance', invoice.amount_due - invoice.total)]),
    row('Due', invoice.amount_due),
  ]
  return [...lines.data.map(line => row(line.description ?? '', line.amount)), ...sums].join('')
}
