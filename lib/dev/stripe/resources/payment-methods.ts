import { createHash } from 'node:crypto'
import { ApiError, invalid, unsupported } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { PaymentMethod } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'
import { cardOfNumber, cardOfToken, type TestCard } from './test-cards'

export const paymentMethodRoutes: Route[] = [
  route('POST', '/v1/payment_methods', create),
  route('GET', '/v1/payment_methods', list),
  route('GET', '/v1/payment_methods/:', (emulator, { id }) => methodNamed(emulator, id)),
  route('POST', '/v1/payment_methods/:', update),
  route('POST', '/v1/payment_methods/:/attach', (emulator, { id, params }) =>
    attachMethod(emulator, id, params.required('customer')),
  ),
  route('POST', '/v1/payment_methods/:/detach', (emulator, { id }) => detachMethod(emulator, id)),
  route('GET', '/v1/customers/:/payment_methods', (emulator, { id, params }) => page(emulator, id, params)),
  route('GET', '/v1/customers/:/payment_methods/:', (emulator, { second }) =>
    rowAt(emulator, 'payment_method', second),
  ),
]

function create(emulator: Emulator, { params }: Call): PaymentMethod {
  if (params.required('type') !== 'card') throw unsupported('payment methods other than cards', 'type')
  const card = params.part('card')
  card?.ignore('exp_month', 'exp_year', 'cvc')
  params.ignore('billing_details')
  const token = card?.text('token')
  const known = token ? cardOfToken(token) : cardOfNumber(card?.required('number') ?? '')
  if (!known)
    throw new ApiError(402, 'Your card number is incorrect.', {
      type: 'card_error',
      code: 'incorrect_number',
    })
  return makeMethod(emulator, known, params.metadata())
}

/** A new payment method of a test card that belongs to nobody yet. */
export function makeMethod(
  emulator: Emulator,
  card: TestCard,
  metadata: Record<string, string> = {},
): PaymentMethod {
  return emulator.store.put('payment_method', {
    id: freshId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: 12,
      exp_year: new Date(emulator.now() * 1000).getUTCFullYear() + 3,
      fingerprint: createHash('sha256').update(card.number).digest('base64url').slice(0, 16),
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: emulator.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: 'card',
  })
}

/** The payment method of an id; a test token makes a new one each time. */
export function methodNamed(emulator: Emulator, id: string): PaymentMethod {
  const card = id.startsWith('pm_card_') ? cardOfToken(id) : undefined
  return card ? makeMethod(emulator, card) : rowNamed(emulator, 'payment_method', id, 'payment_method')
}

/** Gives a payment method to a customer; cards that refuse to be set up are refused as declined. */
export function attachMethod(emulator: Emulator, id: string, customer: string): PaymentMethod {
  const owner = emulator.customer(customer)
  const before = methodNamed(emulator, id)
  if (before.customer === customer) return before
  if (before.customer) {
    throw invalid(
      'The payment method you provided has already been attached to a customer.',
      'payment_method',
    )
  }
  const decline_code = cardOfNumber(before.card?.last4 ?? '')?.refusesSetup
  if (decline_code) {
    const details = { type: 'card_error', code: 'card_declined', decline_code }
    throw new ApiError(402, 'Your card was declined.', details)
  }
  const row = emulator.store.put('payment_method', { ...before, customer: owner.id })
  emulator.emit('payment_method.attached', row)
  return row
}

/** Takes a payment method from its customer, also where it was the default. */
export function detachMethod(emulator: Emulator, id: string): PaymentMethod {
  const before = rowAt(emulator, 'payment_method', id)
  if (!before.customer) throw invalid('The payment method is not attached to a customer.', 'payment_method')
  const owner = emulator.customer(before.customer)
  const row = emulator.store.put('payment_method', { ...before, customer: null })
  if (owner.invoice_settings.default_payment_method === id) {
    const invoice_settings = { ...owner.invoice_settings, default_payment_method: null }
    emulator.emit('customer.updated', emulator.store.put('customer', { ...owner, invoice_settings }), owner)
  }
  for (const subscription of emulator.store.of('subscription', owner.id)) {
    if (subscription.default_payment_method !== id) continue
    const after = emulator.store.put('subscription', { ...subscription, default_payment_method: null })
    emulator.emit('customer.subscription.updated', after, subscription)
  }
  emulator.emit('payment_method.detached', row, before)
  return row
}

function update(emulator: Emulator, { id, params }: Call): PaymentMethod {
  const before = rowAt(emulator, 'payment_method', id)
  params.ignore('billing_details', 'card')
  const row = emulator.store.put('payment_method', {
    ...before,
    metadata: params.metadata(before.metadata ?? {}),
  })
  emulator.emit('payment_method.updated', row, before)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  return page(emulator, params.required('customer'), params)
}

function page(emulator: Emulator, customer: string, params: Call['params']): object {
  const type = params.text('type')
  const rows = emulator.store
    .of('payment_method', emulator.customer(customer).id)
    .filter(row => row.customer === customer && (!type || row.type === type))
  return listPage(rows, params, '/v1/payment_methods')
}
