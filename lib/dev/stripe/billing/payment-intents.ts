import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Invoice, InvoicePayment, PaymentIntent } from '@/lib/dev/stripe/rows'

/** Opens the payment intent of a final invoice. */
export function makeInvoiceIntent(emulator: Emulator, invoice: Invoice): PaymentIntent {
  const customer = invoice.customer
  const row = makeIntent(emulator, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer,
    description: invoice.billing_reason?.startsWith('subscription') ? 'Subscription' : 'Invoice',
  })
  emulator.store.put('invoice_payment', {
    id: paymentId(invoice.id),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: row.created,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: row.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  })
  return row
}

/** The payment of a final invoice. */
export function paymentOf(emulator: Emulator, invoice: string): InvoicePayment | undefined {
  return emulator.store.get('invoice_payment', paymentId(invoice))
}

// An invoice has one payment here, which is found by the invoice's id.
function paymentId(invoice: string): string {
  return invoice.replace(/^in_/, 'inpay_')
}

/** A payment intent that waits for a card. */
export function makeIntent(
  emulator: Emulator,
  parts: Pick<PaymentIntent, 'amount' | 'currency' | 'customer' | 'description'>,
): PaymentIntent {
  const id = freshId('pi')
  const row = emulator.store.put('payment_intent', {
    ...parts,
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_${freshId('secret')}`,
    confirmation_method: 'automatic',
    created: emulator.now(parts.customer),
    customer_account: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: 'off_session',
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: null,
  })
  emulator.emit('payment_intent.created', row)
  return row
}
