import { ApiError } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { readForm } from '@/lib/dev/stripe/form'
import { completeCheckout } from '@/lib/dev/stripe/resources/complete-checkout'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import type { CheckoutSession } from '@/lib/dev/stripe/rows'
import { cardForm, cardOf } from './card-form'
import { escapeHtml, money } from './html'
import { html, type PageAnswer, type PageRequest, redirect } from './page'

/** The page of a checkout session, where a card is entered or the whole thing given up. */
export function checkoutPage(emulator: Emulator, { parts: [id = ''], path, form }: PageRequest): PageAnswer {
  const session = rowAt(emulator, 'checkout.session', id)
  if (session.status !== 'open') return html('Checkout', `<h1>This session is ${session.status}</h1>`, 410)
  if (form === undefined) return show(emulator, session, path)
  try {
    const done = emulator.store.atomically(() => completeCheckout(emulator, id, cardOf(form)), leavesTraces)
    return redirect((done.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', id))
  } catch (error) {
    if (!isCardError(error)) throw error
    return show(emulator, session, path, error.message)
  }
}

function show(emulator: Emulator, session: CheckoutSession, path: string, problem?: string): PageAnswer {
  const setup = session.mode === 'setup'
  const title = setup ? 'Save a card' : 'Subscribe'
  const body = `<h1>${title}</h1>${setup ? '<p class="soft">The card is kept for later bills.</p>' : order(emulator, session)}
${problem ? `<p class="bad" role="alert">${escapeHtml(problem)}</p>` : ''}
${cardForm(path, setup ? 'Save card' : 'Subscribe')}
${session.cancel_url ? `<p><a href="${escapeHtml(session.cancel_url)}">Cancel and go back</a></p>` : ''}`
  return html(title, body, problem ? 402 : 200)
}

function order(emulator: Emulator, { id, currency, amount_total }: CheckoutSession): string {
  const items = readForm(emulator.store.get('note', id)?.checkout ?? '').get('items')
  const rows = [...(items instanceof Map ? items.values() : [])].map(item => {
    const price = emulator.store.get('price', item instanceof Map ? String(item.get('price')) : '')
    const name = emulator.store.get('product', price?.product ?? '')?.name ?? ''
    const amount =
      price?.recurring?.usage_type === 'metered' ? 'by use' : money(price?.unit_amount ?? 0, 'usd')
    return `<tr><td>${escapeHtml(name)}</td><td>${amount}</td></tr>`
  })
  const total = `<tr><th>Each period</th><th>${money(amount_total ?? 0, currency ?? 'usd')}</th></tr>`
  return `<div class="card"><table>${rows.join('')}${total}</table></div>`
}

// What a declined card leaves behind in a setup stays; a subscription that could not be paid leaves nothing.
function leavesTraces(error: unknown): boolean {
  return isCardError(error) && error.keepsChanges
}

function isCardError(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 402
}
