import { invalid } from '@/lib/dev/stripe/api-error'
import { markPaid } from '@/lib/dev/stripe/billing/mark-paid'
import { chargeIntent, declined } from '@/lib/dev/stripe/billing/pay-invoice'
import { makeIntent } from '@/lib/dev/stripe/billing/payment-intents'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { PaymentIntent } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'
import { methodNamed } from './payment-methods'

export const paymentIntentRoutes: Route[] = [
  route('POST', '/v1/payment_intents', create),
  route('GET', '/v1/payment_intents', list),
  route('GET', '/v1/payment_intents/:', (emulator, { id }) => rowAt(emulator, 'payment_intent', id)),
  route('POST', '/v1/payment_intents/:/confirm', (emulator, { id, params }) => {
    params.ignore('return_url', 'off_session')
    return confirm(emulator, id, params.text('payment_method'))
  }),
  route('GET', '/v1/charges', listCharges),
  route('GET', '/v1/charges/:', (emulator, { id }) => rowAt(emulator, 'charge', id)),
]

function create(emulator: Emulator, { params }: Call): PaymentIntent {
  params.required('amount')
  const customer = params.nullable('customer')
  const row = makeIntent(emulator, {
    amount: params.int('amount') ?? 0,
    currency: params.required('currency').toLowerCase(),
    customer: customer && emulator.customer(customer).id,
    description: params.nullable('description'),
  })
  params.ignore(
    'off_session',
    'payment_method_types',
    'automatic_payment_methods',
    'setup_future_usage',
    'return_url',
  )
  const method = params.text('payment_method')
  const metadata = params.metadata()
  const confirms = params.bool('confirm')
  emulator.store.put('payment_intent', { ...row, metadata, payment_method: method ?? null })
  return confirms ? confirm(emulator, row.id, method) : rowAt(emulator, 'payment_intent', row.id)
}

// The intent of an invoice pays it.
function confirm(emulator: Emulator, id: string, given: string | undefined): PaymentIntent {
  const before = rowAt(emulator, 'payment_intent', id)
  if (before.status === 'succeeded' || before.status === 'canceled') {
    throw invalid(`This PaymentIntent is ${before.status}.`, undefined, 'payment_intent_unexpected_state')
  }
  const method = given ?? before.payment_method
  if (!method) throw invalid('A payment method is needed to confirm.', 'payment_method', 'parameter_missing')
  const refusal = chargeIntent(emulator, before, methodNamed(emulator, method))
  if (refusal) throw declined(emulator, refusal, before)
  const payment = emulator.store.all('invoice_payment').find(row => row.payment.payment_intent === id)
  if (payment) markPaid(emulator, payment.invoice, before.amount)
  return rowAt(emulator, 'payment_intent', id)
}

function list(emulator: Emulator, { params }: Call): object {
  const customer = params.text('customer')
  const within = createdFilter(params)
  const rows = emulator.store.all('payment_intent').filter(row => !customer || row.customer === customer)
  return listPage(rows.filter(within), params, '/v1/payment_intents')
}

function listCharges(emulator: Emulator, { params }: Call): object {
  const [customer, intent] = [params.text('customer'), params.text('payment_intent')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('charge')
    .filter(row => within(row) && (!customer || row.customer === customer))
    .filter(row => !intent || row.payment_intent === intent)
  return listPage(rows, params, '/v1/charges')
}
