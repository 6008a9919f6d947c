import { ApiError, invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { SetupIntent } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'
import { attachMethod, methodNamed } from './payment-methods'

export const setupIntentRoutes: Route[] = [
  route('POST', '/v1/setup_intents', create),
  route('GET', '/v1/setup_intents', list),
  route('GET', '/v1/setup_intents/:', (emulator, { id }) => rowAt(emulator, 'setup_intent', id)),
  route('POST', '/v1/setup_intents/:/confirm', confirm),
  route('POST', '/v1/setup_intents/:/cancel', cancel),
]

function create(emulator: Emulator, { params }: Call): SetupIntent {
  const customer = params.nullable('customer')
  const method = params.text('payment_method')
  params.ignore(
    'automatic_payment_methods',
    'payment_method_types',
    'return_url',
    'use_stripe_sdk',
    'description',
  )
  const usage = params.oneOf('usage', ['on_session', 'off_session']) ?? 'off_session'
  const row = makeSetupIntent(emulator, customer && emulator.customer(customer).id, params.metadata(), usage)
  const confirms = params.bool('confirm')
  if (!method) return row
  const { id: payment_method } = methodNamed(emulator, method)
  const ready = { ...row, payment_method, status: 'requires_confirmation' } as const
  emulator.store.put('setup_intent', ready)
  return confirms ? confirmSetup(emulator, row.id, payment_method) : ready
}

/** A setup intent that waits for a card. */
export function makeSetupIntent(
  emulator: Emulator,
  customer: string | null,
  metadata: Record<string, string>,
  usage = 'off_session',
): SetupIntent {
  const id = freshId('seti')
  const row = emulator.store.put('setup_intent', {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_${freshId('secret')}`,
    created: emulator.now(customer),
    customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage,
  })
  emulator.emit('setup_intent.created', row)
  return row
}

/** Sets a card up for the intent's customer; a card that refuses leaves its error on the intent. */
export function confirmSetup(emulator: Emulator, id: string, method: string): SetupIntent {
  const before = rowAt(emulator, 'setup_intent', id)
  if (before.status === 'succeeded' || before.status === 'canceled') {
    throw invalid(`This SetupIntent is ${before.status}.`, undefined, 'setup_intent_unexpected_state')
  }
  try {
    const card = methodNamed(emulator, method)
    const payment_method = before.customer ? attachMethod(emulator, card.id, before.customer).id : card.id
    const row = emulator.store.put('setup_intent', {
      ...before,
      last_setup_error: null,
      payment_method,
      status: 'succeeded',
    })
    emulator.emit('setup_intent.succeeded', row)
    return row
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 402) throw error
    const { code, decline_code } = error.details
    const last_setup_error = { type: 'card_error', code, decline_code, message: error.message }
    const row = emulator.store.put('setup_intent', {
      ...before,
      last_setup_error,
      payment_method: null,
      status: 'requires_payment_method',
    })
    emulator.emit('setup_intent.setup_failed', row)
    throw new ApiError(402, error.message, { ...error.details, setup_intent: row }, true)
  }
}

function confirm(emulator: Emulator, { id, params }: Call): SetupIntent {
  const before = rowAt(emulator, 'setup_intent', id)
  const method = params.text('payment_method') ?? before.payment_method
  params.ignore('return_url', 'use_stripe_sdk')
  if (!method) throw invalid('A payment method is needed to confirm.', 'payment_method', 'parameter_missing')
  return confirmSetup(emulator, id, method)
}

function cancel(emulator: Emulator, { id, params }: Call): SetupIntent {
  const before = rowAt(emulator, 'setup_intent', id)
  const reasons = ['abandoned', 'requested_by_customer', 'duplicate'] as const
  const cancellation_reason = params.oneOf('cancellation_reason', reasons) ?? null
  const row = emulator.store.put('setup_intent', { ...before, cancellation_reason, status: 'canceled' })
  emulator.emit('setup_intent.canceled', row)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const [customer, method] = [params.text('customer'), params.text('payment_method')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('setup_intent')
    .filter(row => within(row) && (!customer || row.customer === customer))
    .filter(row => !method || row.payment_method === method)
  return listPage(rows, params, '/v1/setup_intents')
}
