import { invalid, unsupported } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Field, Fields } from '@/lib/dev/stripe/form'
import { writeForm } from '@/lib/dev/stripe/form'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { CheckoutSession } from '@/lib/dev/stripe/rows'
import { blankSession } from './blank-session'
import { rowAt, rowNamed } from './find-row'
import { makeSetupIntent } from './setup-intents'

const day = 86_400
const path = '/v1/checkout/sessions'

export const checkoutRoutes: Route[] = [
  route('POST', path, create),
  route('GET', path, list),
  route('GET', `${path}/:`, (emulator, { id }) => rowAt(emulator, 'checkout.session', id)),
  route('POST', `${path}/:/expire`, expire),
]

const ignored = [
  'allow_promotion_codes',
  'automatic_tax',
  'billing_address_collection',
  'customer_update',
  'customer_creation',
  'locale',
  'payment_method_types',
  'payment_method_collection',
  'tax_id_collection',
]

function create(emulator: Emulator, { params }: Call): CheckoutSession {
  const mode = params.oneOf('mode', ['payment', 'setup', 'subscription']) ?? params.required('mode')
  if (mode === 'payment') throw unsupported('checkout for single payments', 'mode')
  if ((params.oneOf('ui_mode', ['hosted_page']) ?? 'hosted_page') !== 'hosted_page')
    throw invalid('ui_mode', 'ui_mode')
  const named = params.nullable('customer')
  const customer = named && emulator.customer(named).id
  params.ignore(...ignored)
  const id = freshId('cs_test', 56)
  const now = emulator.now()
  const details = params.part('setup_intent_data')
  const intent = mode === 'setup' ? makeSetupIntent(emulator, customer, details?.metadata() ?? {}) : undefined
  const total = mode === 'subscription' ? keepOrder(emulator, id, params) : null
  return emulator.store.put('checkout.session', {
    ...blankSession,
    id,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: params.nullable('cancel_url'),
    client_reference_id: params.nullable('client_reference_id'),
    created: now,
    currency: params.text('currency') ?? 'usd',
    customer,
    customer_email: params.nullable('customer_email'),
    expires_at: params.int('expires_at') ?? now + day,
    metadata: params.metadata(),
    mode,
    payment_status: mode === 'setup' ? 'no_payment_required' : 'unpaid',
    setup_intent: intent?.id ?? null,
    success_url: params.required('success_url'),
    url: `${emulator.origin}/c/pay/${id}`,
  })
}

// What the subscription will be made of when somebody enters a card.
function keepOrder(emulator: Emulator, id: string, params: Params): number {
  const lines = params.list('line_items') ?? []
  if (lines.length === 0) throw invalid('A subscription needs line items.', 'line_items', 'parameter_missing')
  const items: Fields = new Map()
  let total = 0
  for (const [at, line] of lines.entries()) {
    const price = rowNamed(emulator, 'price', line.required('price'), 'line_items[price]')
    const quantity = line.text('quantity')
    items.set(
      String(at),
      new Map([['price', price.id], ...(quantity ? [['quantity', quantity] as const] : [])]),
    )
    if (price.recurring?.usage_type !== 'metered') total += (price.unit_amount ?? 0) * Number(quantity ?? 1)
  }
  const fields: Fields = new Map<string, Field>([['items', items]])
  const data = params.part('subscription_data')
  const names = [
    'metadata',
    'trial_end',
    'trial_period_days',
    'trial_settings',
    'description',
    'billing_cycle_anchor',
  ]
  for (const name of names) {
    const field = data?.raw(name)
    if (field !== undefined) fields.set(name, field)
  }
  const discounts = params.raw('discounts')
  if (discounts !== undefined) fields.set('discounts', discounts)
  emulator.store.put('note', { id, object: 'note', checkout: writeForm(fields) })
  return total
}

function expire(emulator: Emulator, { id }: Call): CheckoutSession {
  const before = rowAt(emulator, 'checkout.session', id)
  if (before.status !== 'open') throw invalid('Only open sessions can be expired.')
  const row = emulator.store.put('checkout.session', { ...before, status: 'expired', url: null })
  emulator.emit('checkout.session.expired', row)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const [customer, status] = [params.text('customer'), params.text('status')]
  const subscription = params.text('subscription')
  const within = createdFilter(params)
  const rows = emulator.store
    .all('checkout.session')
    .filter(
      row => within(row) && (!customer || row.customer === customer) && (!status || row.status === status),
    )
    .filter(row => !subscription || row.subscription === subscription)
  return listPage(rows, params, path)
}
