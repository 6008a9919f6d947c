import { ApiError, invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { cardOfNumber } from '@/lib/dev/stripe/resources/test-cards'
import type { Invoice, PaymentIntent, PaymentMethod } from '@/lib/dev/stripe/rows'
import { makeCharge } from './charges'
import { endDunning } from './end-subscription'
import { subscriptionOf } from './finalize-invoice'
import { markPaid, setDelinquent } from './mark-paid'
import { paymentOf } from './payment-intents'
import { changeStatus } from './subscription-status'

export interface Refusal {
  code: string
  decline?: string
  message: string
}

const day = 86_400

/** Charges an open invoice; the refusal when the card or the lack of one prevents it. What fails is tried again later. */
export function attemptPayment(emulator: Emulator, id: string, method?: string): Refusal | undefined {
  const invoice = rowAt(emulator, 'invoice', id)
  const card = method ?? methodFor(emulator, invoice)
  const row = card ? emulator.store.get('payment_method', card) : undefined
  const attempted = { ...invoice, attempted: true, attempt_count: invoice.attempt_count + 1 }
  emulator.store.put('invoice', attempted)
  const refusal = chargeIntent(emulator, intentOf(emulator, id), row)
  if (!refusal) {
    markPaid(emulator, id, invoice.amount_due)
    return undefined
  }
  giveRetry(emulator, attempted, invoice)
  return refusal
}

/** Pays an invoice as asked; a declined card is a 402 whose traces stay. */
export function payInvoice(emulator: Emulator, id: string, method?: string): Invoice {
  const invoice = rowAt(emulator, 'invoice', id)
  if (invoice.status === 'paid') throw invalid('Invoice is already paid', undefined, 'invoice_already_paid')
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw invalid(`Invoices with status ${invoice.status} cannot be paid.`)
  }
  const refusal = attemptPayment(emulator, id, method)
  if (refusal) throw declined(emulator, refusal, intentOf(emulator, id))
  return rowAt(emulator, 'invoice', id)
}

/** A card's refusal as the API says it. */
export function declined(
  emulator: Emulator,
  refusal: Refusal,
  intent?: PaymentIntent,
  keeps = true,
): ApiError {
  const payment_intent = intent && emulator.store.get('payment_intent', intent.id)
  const details = { type: 'card_error', code: refusal.code, decline_code: refusal.decline, payment_intent }
  return new ApiError(402, refusal.message, details, keeps)
}

/** Charges a card for an intent. */
export function chargeIntent(
  emulator: Emulator,
  intent: PaymentIntent | undefined,
  method: PaymentMethod | undefined,
): Refusal | undefined {
  if (!intent) return undefined
  const refusal = refusalOf(method)
  const charge = method ? makeCharge(emulator, intent, method, refusal) : undefined
  const latest_charge = charge?.id ?? intent.latest_charge
  if (!refusal) {
    const done: PaymentIntent = {
      ...intent,
      amount_received: intent.amount,
      last_payment_error: null,
      latest_charge,
      payment_method: method?.id ?? null,
      status: 'succeeded',
    }
    emulator.emit('payment_intent.succeeded', emulator.store.put('payment_intent', done))
    return undefined
  }
  const { code, message, decline } = refusal
  const last_payment_error = { type: 'card_error', code, message, decline_code: decline, charge: charge?.id }
  const failed: PaymentIntent = {
    ...intent,
    last_payment_error,
    latest_charge,
    status: 'requires_payment_method',
  }
  emulator.emit('payment_intent.payment_failed', emulator.store.put('payment_intent', failed))
  return refusal
}

/** The card an invoice would be charged to. */
export function methodFor(emulator: Emulator, invoice: Invoice): string | undefined {
  const owner = invoice.customer ? emulator.customer(invoice.customer) : undefined
  return (
    invoice.default_payment_method ??
    subscriptionOf(emulator, invoice)?.default_payment_method ??
    owner?.invoice_settings.default_payment_method ??
    undefined
  )
}

function refusalOf(method: PaymentMethod | undefined): Refusal | undefined {
  if (method) return cardOfNumber(method.card?.last4 ?? '')?.refusesCharge
  const message = 'This customer has no attached payment source or default payment method.'
  return { code: 'resource_missing', message }
}

function intentOf(emulator: Emulator, invoice: string): PaymentIntent | undefined {
  const id = paymentOf(emulator, invoice)?.payment.payment_intent
  return id ? emulator.store.get('payment_intent', id) : undefined
}

// The first invoice of a subscription is not tried again; later ones are, until the plan is spent.
function giveRetry(emulator: Emulator, invoice: Invoice, before: Invoice): void {
  const subscription = subscriptionOf(emulator, invoice)
  const first = invoice.billing_reason === 'subscription_create'
  const days =
    first || !invoice.auto_advance ? undefined : emulator.dunning.retryAfterDays[invoice.attempt_count - 1]
  const next_payment_attempt = days === undefined ? null : emulator.now(invoice.customer) + days * day
  const row = emulator.store.put('invoice', { ...invoice, next_payment_attempt })
  emulator.emit('invoice.payment_failed', row)
  emulator.emit('invoice.updated', row, before)
  if (invoice.customer) setDelinquent(emulator, invoice.customer, true)
  if (!subscription || first || subscription.status === 'canceled') return
  if (subscription.status === 'active') changeStatus(emulator, subscription.id, 'past_due')
  if (days === undefined && invoice.auto_advance) endDunning(emulator, subscription.id)
}
