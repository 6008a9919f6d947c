import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { writeBalance } from '@/lib/dev/stripe/resources/balance'
import type { Invoice } from '@/lib/dev/stripe/rows'
import { withLines } from './compose-invoice'
import { meteredLine } from './invoice-lines'
import { markPaid } from './mark-paid'
import { makeInvoiceIntent } from './payment-intents'

// Stripe charges no less than this; smaller sums wait on the customer's balance.
const smallestCharge = 50
const day = 86_400

/** What an invoice's total and the customer's balance come to. */
export function settle(total: number, balance: number): { due: number; ending: number; tooSmall: boolean } {
  const net = total + balance
  if (net <= 0) return { due: 0, ending: net, tooSmall: false }
  return net < smallestCharge
    ? { due: 0, ending: net, tooSmall: true }
    : { due: net, ending: 0, tooSmall: false }
}

/** Makes a draft final: its number, its metered quantities, its place in the customer's balance. Paid at once when nothing is due. */
export function finalizeInvoice(emulator: Emulator, id: string): Invoice {
  const draft = emulator.store.get('invoice', id)
  if (!draft?.customer || draft.status !== 'draft') {
    throw invalid(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      undefined,
      'invoice_not_editable',
    )
  }
  const invoice = countAgain(emulator, draft)
  const owner = emulator.customer(draft.customer)
  const now = emulator.now(owner.id)
  const number = nextNumber(emulator, owner.id)
  const { due, ending, tooSmall } = settle(invoice.total, owner.balance)
  const balanced = ending !== owner.balance
  if (balanced) {
    const type = tooSmall ? 'invoice_too_small' : 'applied_to_invoice'
    writeBalance(emulator, owner.id, {
      amount: ending - owner.balance,
      type,
      invoice: id,
      currency: invoice.currency,
    })
  }
  const page = `${emulator.origin}/invoices/${id}/${freshId('key', 20)}`
  const charges = invoice.collection_method === 'charge_automatically'
  const days = subscriptionOf(emulator, invoice)?.days_until_due ?? 30
  const open = emulator.store.put('invoice', {
    ...invoice,
    amount_due: due,
    amount_remaining: due,
    automatically_finalizes_at: null,
    due_date: invoice.due_date ?? (charges ? null : now + days * day),
    effective_at: now,
    ending_balance: ending,
    hosted_invoice_url: page,
    invoice_pdf: `${page}/pdf`,
    next_payment_attempt: charges && invoice.auto_advance && due > 0 ? now : null,
    number,
    starting_balance: owner.balance,
    status: 'open',
    status_transitions: { ...invoice.status_transitions, finalized_at: now },
  })
  emulator.emit('invoice.finalized', open)
  spendOnce(emulator, open)
  if (due === 0) return markPaid(emulator, id, 0)
  makeInvoiceIntent(emulator, open)
  return open
}

/** The number of a customer's next final invoice; asked for once each. */
export function nextNumber(emulator: Emulator, customer: string): string {
  const owner = emulator.customer(customer)
  const sequence = owner.next_invoice_sequence ?? 1
  emulator.store.put('customer', { ...owner, next_invoice_sequence: sequence + 1 })
  return `${owner.invoice_prefix}-${String(sequence).padStart(4, '0')}`
}

/** The subscription an invoice is of. */
export function subscriptionOf(emulator: Emulator, invoice: Invoice) {
  const id = invoice.parent?.subscription_details?.subscription
  return id ? emulator.store.get('subscription', id) : undefined
}

// Usage that was reported between the draft and now still counts.
function countAgain(emulator: Emulator, invoice: Invoice): Invoice {
  const subscription = subscriptionOf(emulator, invoice)
  if (!subscription) return withLines(emulator, invoice, invoice.lines.data)
  const lines = invoice.lines.data.map(line => {
    const id = line.parent?.subscription_item_details?.subscription_item
    const item = subscription.items.data.find(each => each.id === id)
    if (!item || item.price.id !== line.pricing?.price_details?.price) return line
    if (item.price.recurring?.usage_type !== 'metered') return line
    return { ...meteredLine(emulator, subscription, item, line.period), id: line.id }
  })
  return withLines(emulator, invoice, lines)
}

// A coupon of duration `once` has done its work with the first invoice.
function spendOnce(emulator: Emulator, invoice: Invoice): void {
  const subscription = subscriptionOf(emulator, invoice)
  if (!subscription) return
  const discounts = subscription.discounts.filter(id => {
    const coupon = emulator.store.get('discount', id)?.source.coupon
    const spent = coupon && emulator.store.get('coupon', coupon)?.duration === 'once'
    return !(spent && invoice.discounts.includes(id))
  })
  if (discounts.length === subscription.discounts.length) return
  emulator.store.put('subscription', { ...subscription, discounts })
}
