import { cancelSubscription } from '@/lib/dev/stripe/billing/cancel-subscription'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Customer } from '@/lib/dev/stripe/rows'
import { readAddress } from './addresses'
import { writeBalance } from './balance'
import { rowNamed } from './find-row'
import { attachMethod } from './payment-methods'

export const customerRoutes: Route[] = [
  route('POST', '/v1/customers', (emulator, { params }) => makeCustomer(emulator, params)),
  route('GET', '/v1/customers', list),
  route('GET', '/v1/customers/:', retrieve),
  route('POST', '/v1/customers/:', update),
  route('DELETE', '/v1/customers/:', remove),
]

/** Makes a customer of its parameters. */
export function makeCustomer(emulator: Emulator, params: Params): Customer {
  const clock = params.text('test_clock')
  const test_clock = clock ? rowNamed(emulator, 'test_helpers.test_clock', clock, 'test_clock') : undefined
  const id = freshId('cus', 14)
  const method = params.text('payment_method')
  const balance = params.int('balance') ?? 0
  const blank: Customer = {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: test_clock?.frozen_time ?? emulator.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: params.text('invoice_prefix') ?? freshId('x', 8).slice(2).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: params.int('next_invoice_sequence') ?? 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: test_clock?.id ?? null,
  }
  emulator.store.put('customer', blank)
  if (method) attachMethod(emulator, method, id)
  const row = emulator.store.put('customer', changed(emulator, blank, params))
  emulator.emit('customer.created', row)
  if (balance !== 0) writeBalance(emulator, id, { amount: balance, type: 'initial' })
  return emulator.customer(id)
}

function changed(emulator: Emulator, row: Customer, params: Params): Customer {
  const settings = params.part('invoice_settings')
  const method = settings?.nullable('default_payment_method', row.invoice_settings.default_payment_method)
  if (method) rowNamed(emulator, 'payment_method', method, 'invoice_settings[default_payment_method]')
  params.ignore('tax', 'shipping', 'validate')
  return {
    ...row,
    address: readAddress(params, 'address', row.address ?? null),
    description: params.nullable('description', row.description),
    email: params.nullable('email', row.email),
    name: params.nullable('name', row.name),
    phone: params.nullable('phone', row.phone),
    preferred_locales: params.texts('preferred_locales') ?? row.preferred_locales ?? [],
    tax_exempt: params.oneOf('tax_exempt', ['none', 'exempt', 'reverse']) ?? row.tax_exempt ?? 'none',
    metadata: params.metadata(row.metadata),
    invoice_settings: {
      ...row.invoice_settings,
      ...(settings && {
        default_payment_method: method ?? null,
        footer: settings.nullable('footer', row.invoice_settings.footer),
      }),
    },
  }
}

function update(emulator: Emulator, { id, params }: Call): Customer {
  const before = emulator.customer(id, true)
  const balance = params.int('balance')
  const row = emulator.store.put('customer', changed(emulator, before, params))
  emulator.emit('customer.updated', row, before)
  if (balance !== undefined && balance !== before.balance) {
    writeBalance(emulator, id, { amount: balance - before.balance, type: 'adjustment' })
  }
  return emulator.customer(id)
}

function retrieve(emulator: Emulator, { id }: Call): object {
  const gone = emulator.store.get('deleted', id)
  return gone ? { id, object: 'customer', deleted: true } : emulator.customer(id, true)
}

function list(emulator: Emulator, { params }: Call): object {
  const [email, clock] = [params.text('email'), params.text('test_clock')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('customer')
    .filter(
      row => (!email || row.email === email) && (clock ?? null) === (row.test_clock ?? null) && within(row),
    )
  return listPage(rows, params, '/v1/customers')
}

function remove(emulator: Emulator, { id }: Call): object {
  const row = emulator.customer(id, true)
  for (const { id: subscription, status } of emulator.store.of('subscription', id)) {
    if (!['canceled', 'incomplete_expired'].includes(status)) cancelSubscription(emulator, subscription, {})
  }
  emulator.emit('customer.deleted', row)
  emulator.store.remove('customer', id)
  emulator.store.put('deleted', { id, object: 'deleted', was: 'customer' })
  return { id, object: 'customer', deleted: true }
}
