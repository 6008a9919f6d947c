import { ApiError } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { readForm } from '@/lib/dev/stripe/form'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { attachMethod, detachMethod, makeMethod } from '@/lib/dev/stripe/resources/payment-methods'
import type { PortalSession } from '@/lib/dev/stripe/rows'
import { cardForm, cardOf } from './card-form'
import { day, escapeHtml, money } from './html'
import { html, type PageAnswer, type PageRequest, redirect } from './page'

/** The page where a customer sees its invoices and keeps its cards in order. */
export function portalPage(emulator: Emulator, { parts: [id = ''], path, form }: PageRequest): PageAnswer {
  const session = rowAt(emulator, 'billing_portal.session', id)
  if (form === undefined) return show(emulator, session, path)
  try {
    emulator.store.atomically(() => act(emulator, session.customer, form))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return show(emulator, session, path, error.message)
  }
  return redirect(session.flow?.after_completion.redirect?.return_url ?? path)
}

function act(emulator: Emulator, customer: string, form: string): void {
  const fields = readForm(form)
  const [what, method] = [fields.get('do'), String(fields.get('method'))]
  if (what === 'remove') detachMethod(emulator, method)
  else if (what === 'default') makeDefault(emulator, customer, method)
  else
    makeDefault(
      emulator,
      customer,
      attachMethod(emulator, makeMethod(emulator, cardOf(form)).id, customer).id,
    )
}

function makeDefault(emulator: Emulator, customer: string, default_payment_method: string): void {
  const before = emulator.customer(customer)
  const invoice_settings = { ...before.invoice_settings, default_payment_method }
  emulator.emit('customer.updated', emulator.store.put('customer', { ...before, invoice_settings }), before)
}

function show(emulator: Emulator, session: PortalSession, path: string, problem?: string): PageAnswer {
  const customer = emulator.customer(session.customer)
  const back = session.return_url
  const body = `${back ? `<p><a href="${escapeHtml(back)}">← Back</a></p>` : ''}
<h1>${escapeHtml(customer.name ?? customer.email ?? 'Billing')}</h1><p class="soft">Cards and invoices</p>
<h2>Cards</h2><div class="card">${cards(emulator, session.customer, path)}</div>
<h2>Add a card</h2>${problem ? `<p class="bad" role="alert">${escapeHtml(problem)}</p>` : ''}${cardForm(path, 'Add card')}
<h2>Invoices</h2><div class="card">${invoices(emulator, session.customer)}</div>`
  return html('Billing', body, problem ? 402 : 200)
}

function cards(emulator: Emulator, customer: string, path: string): string {
  const chosen = emulator.customer(customer).invoice_settings.default_payment_method
  const rows = emulator.store.of('payment_method', customer).filter(row => row.customer === customer)
  if (rows.length === 0) return '<p class="soft">No card yet. Add one below.</p>'
  const button = (id: string, what: string, label: string) =>
    `<form method="post" action="${path}"><input type="hidden" name="method" value="${id}"><button name="do" value="${what}">${label}</button></form>`
  return rows
    .map(({ id, card }) => {
      const brand = card?.brand.replace(/^./, letter => letter.toUpperCase())
      const name = `${brand} ending in ${card?.last4}, ${card?.exp_month}/${card?.exp_year}`
      const choose =
        id === chosen ? '<span class="tag">Default</span>' : button(id, 'default', 'Make default')
      return `<div class="row"><span>${name}</span><span>${choose} ${button(id, 'remove', 'Remove')}</span></div>`
    })
    .join('')
}

function invoices(emulator: Emulator, customer: string): string {
  const rows = emulator.store.of('invoice', customer).filter(row => row.hosted_invoice_url)
  if (rows.length === 0) return '<p class="soft">No invoice yet.</p>'
  return rows
    .toReversed()
    .map(row => {
      const link = `<a href="${row.hosted_invoice_url}">${row.number}</a> <span class="soft">${day(row.created)}</span>`
      return `<div class="row"><span>${link}</span><span>${money(row.total, row.currency)} <span class="tag">${row.status}</span></span></div>`
    })
    .join('')
}
