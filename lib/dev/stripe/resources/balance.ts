import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { BalanceTransaction } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'

interface Entry extends Partial<Omit<BalanceTransaction, 'id' | 'object' | 'customer'>> {
  amount: number
  type: string
}

export const balanceRoutes: Route[] = [
  route('POST', '/v1/customers/:/balance_transactions', create),
  route('GET', '/v1/customers/:/balance_transactions', list),
  route('GET', '/v1/customers/:/balance_transactions/:', (emulator, { second }) =>
    rowAt(emulator, 'customer_balance_transaction', second),
  ),
]

/** Changes a customer's balance in cents: below zero is a credit, above zero is owed with the next invoice. */
export function writeBalance(emulator: Emulator, customer: string, entry: Entry): BalanceTransaction {
  const before = emulator.customer(customer)
  const balance = before.balance + entry.amount
  const currency = before.currency ?? entry.currency ?? 'usd'
  const row = emulator.store.put('customer', { ...before, balance, currency })
  emulator.emit('customer.updated', row, before)
  return emulator.store.put('customer_balance_transaction', {
    checkout_session: null,
    credit_note: null,
    customer_account: null,
    description: null,
    invoice: null,
    livemode: false,
    metadata: {},
    ...entry,
    id: freshId('cbtxn'),
    object: 'customer_balance_transaction',
    created: emulator.now(customer),
    currency,
    customer,
    ending_balance: balance,
  })
}

function create(emulator: Emulator, { id, params }: Call): BalanceTransaction {
  const { currency: own } = emulator.customer(id, true)
  const currency = params.required('currency').toLowerCase()
  if (own && own !== currency) throw invalid(`The customer's currency is ${own}.`, 'currency')
  params.required('amount')
  const amount = params.int('amount') ?? 0
  const description = params.nullable('description')
  return writeBalance(emulator, id, {
    amount,
    type: 'adjustment',
    currency,
    description,
    metadata: params.metadata(),
  })
}

function list(emulator: Emulator, { id, params }: Call): object {
  emulator.customer(id, true)
  const invoice = params.text('invoice')
  const rows = emulator.store
    .of('customer_balance_transaction', id)
    .filter(row => !invoice || row.invoice === invoice)
  return listPage(rows, params, `/v1/customers/${id}/balance_transactions`)
}
