import { ApiError } from '@/lib/dev/stripe/api-error'
import { createSubscription } from '@/lib/dev/stripe/billing/create-subscription'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { readForm } from '@/lib/dev/stripe/form'
import { Params } from '@/lib/dev/stripe/params'
import type { CheckoutSession, Customer } from '@/lib/dev/stripe/rows'
import { makeCustomer } from './customers'
import { rowAt } from './find-row'
import { attachMethod, makeMethod } from './payment-methods'
import { confirmSetup } from './setup-intents'
import type { TestCard } from './test-cards'

/** Does what a session was opened for with a card that somebody entered; throws a card error when it is declined. */
export function completeCheckout(emulator: Emulator, id: string, card: TestCard): CheckoutSession {
  const before = rowAt(emulator, 'checkout.session', id)
  if (before.status !== 'open') throw new ApiError(400, `This session is ${before.status}.`)
  const customer = before.customer ? emulator.customer(before.customer) : newCustomer(emulator, before)
  const done =
    before.mode === 'setup' ? setUp(emulator, before, card) : subscribe(emulator, before, customer, card)
  const row = emulator.store.put('checkout.session', {
    ...before,
    ...done,
    customer: customer.id,
    customer_details: detailsOf(customer),
    status: 'complete',
    url: null,
  })
  emulator.emit('checkout.session.completed', row)
  return row
}

function newCustomer(emulator: Emulator, { customer_email, setup_intent }: CheckoutSession): Customer {
  const fields = new Map(customer_email ? [['email', customer_email]] : [])
  const customer = makeCustomer(emulator, new Params(fields))
  const intent = setup_intent ? rowAt(emulator, 'setup_intent', setup_intent) : undefined
  if (intent) emulator.store.put('setup_intent', { ...intent, customer: customer.id })
  return customer
}

function setUp(
  emulator: Emulator,
  { setup_intent }: CheckoutSession,
  card: TestCard,
): Partial<CheckoutSession> {
  confirmSetup(emulator, setup_intent ?? '', makeMethod(emulator, card).id)
  return {}
}

function subscribe(
  emulator: Emulator,
  { id, customer: _, ...session }: CheckoutSession,
  customer: Customer,
  card: TestCard,
): Partial<CheckoutSession> {
  const method = attachMethod(emulator, makeMethod(emulator, card).id, customer.id)
  const fields = readForm(emulator.store.get('note', id)?.checkout ?? '')
  fields.set('customer', customer.id)
  fields.set('default_payment_method', method.id)
  fields.set('payment_behavior', 'error_if_incomplete')
  const subscription = createSubscription(emulator, new Params(fields))
  const invoice = subscription.latest_invoice
    ? rowAt(emulator, 'invoice', subscription.latest_invoice)
    : undefined
  const payment_status = invoice && invoice.amount_paid > 0 ? 'paid' : 'no_payment_required'
  const total = invoice?.total ?? session.amount_total
  return { subscription: subscription.id, invoice: invoice?.id ?? null, payment_status, amount_total: total }
}

function detailsOf(customer: Customer): CheckoutSession['customer_details'] {
  return {
    address: customer.address ?? null,
    business_name: null,
    email: customer.email,
    individual_name: null,
    name: customer.name ?? null,
    phone: customer.phone ?? null,
    tax_exempt: customer.tax_exempt ?? 'none',
    tax_ids: [],
  }
}
