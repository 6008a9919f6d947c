import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Charge, PaymentIntent, PaymentMethod } from '@/lib/dev/stripe/rows'
import type { Refusal } from './pay-invoice'

/** Keeps the charge of an intent to a card, done or refused. */
export function makeCharge(
  emulator: Emulator,
  intent: PaymentIntent,
  method: PaymentMethod,
  refusal: Refusal | undefined,
): Charge {
  const row = emulator.store.put('charge', {
    id: freshId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: refusal ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: refusal ? null : freshId('txn'),
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'PORTICO',
    captured: !refusal,
    created: emulator.now(intent.customer),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: !refusal,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: refusal ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  })
  emulator.emit(refusal ? 'charge.failed' : 'charge.succeeded', row)
  return row
}
