import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Charge, Refund } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'

export const refundRoutes: Route[] = [
  route('POST', '/v1/refunds', create),
  route('GET', '/v1/refunds', list),
  route('GET', '/v1/refunds/:', (emulator, { id }) => rowAt(emulator, 'refund', id)),
]

function create(emulator: Emulator, { params }: Call): Refund {
  const named = params.text('payment_intent')
  const intent = named ? rowNamed(emulator, 'payment_intent', named, 'payment_intent') : undefined
  const id = params.text('charge') ?? intent?.latest_charge
  if (!id)
    throw invalid('One of the following params should be provided: payment_intent or charge.', 'charge')
  const charge = rowNamed(emulator, 'charge', id, 'charge')
  const amount = params.int('amount') ?? charge.amount - charge.amount_refunded
  const reason = params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null
  return makeRefund(emulator, charge, amount, { reason, metadata: params.metadata() })
}

/** Gives back cents of a charge. */
export function makeRefund(
  emulator: Emulator,
  charge: Charge,
  amount: number,
  extra: Pick<Refund, 'reason' | 'metadata'>,
): Refund {
  if (!charge.paid) throw invalid('This charge has not succeeded.', 'charge', 'charge_not_refundable')
  if (charge.refunded)
    throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded')
  if (amount <= 0 || amount > charge.amount - charge.amount_refunded) {
    throw invalid('Refund amount is greater than the unrefunded amount on the charge.', 'amount')
  }
  const amount_refunded = charge.amount_refunded + amount
  const changed = emulator.store.put('charge', {
    ...charge,
    amount_refunded,
    refunded: amount_refunded === charge.amount,
  })
  const row = emulator.store.put('refund', {
    ...extra,
    id: freshId('re'),
    object: 'refund',
    amount,
    balance_transaction: freshId('txn'),
    charge: charge.id,
    created: emulator.now(charge.customer),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  })
  emulator.emit('refund.created', row)
  emulator.emit('charge.refunded', changed)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const [charge, intent] = [params.text('charge'), params.text('payment_intent')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('refund')
    .filter(row => within(row) && (!charge || row.charge === charge))
    .filter(row => !intent || row.payment_intent === intent)
  return listPage(rows, params, '/v1/refunds')
}
