import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Params } from '@/lib/dev/stripe/params'
import { writeBalance } from '@/lib/dev/stripe/resources/balance'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { makeRefund } from '@/lib/dev/stripe/resources/refunds'
import type { CreditNote, Invoice } from '@/lib/dev/stripe/rows'
import { markPaid } from './mark-paid'
import { paymentOf } from './payment-intents'

type Effect = Pick<CreditNote, 'customer_balance_transaction' | 'out_of_band_amount' | 'refunds'>

const none: Effect = { customer_balance_transaction: null, out_of_band_amount: null, refunds: [] }

/** Takes a credit note off an open invoice: less is due, and it is paid when nothing is. */
export function creditOpen(emulator: Emulator, invoice: Invoice, total: number): Effect {
  if (total > invoice.amount_remaining) {
    throw invalid(
      `The sum must not exceed the ${invoice.amount_remaining} remaining on the invoice.`,
      'amount',
    )
  }
  const due = invoice.amount_due - total
  const row = emulator.store.put('invoice', {
    ...invoice,
    amount_due: due,
    amount_remaining: invoice.amount_remaining - total,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + total,
  })
  const intent = paymentOf(emulator, invoice.id)?.payment.payment_intent
  const before = intent ? emulator.store.get('payment_intent', intent) : undefined
  if (before) emulator.store.put('payment_intent', { ...before, amount: row.amount_remaining })
  if (row.amount_remaining === 0) markPaid(emulator, invoice.id, invoice.amount_paid)
  return none
}

/** Gives a credit note of a paid invoice back: to the customer's balance, to the card, or outside of Stripe. */
export function creditPaid(emulator: Emulator, invoice: Invoice, total: number, params: Params): Effect {
  const back = params.int('refund_amount') ?? 0
  const outside = params.int('out_of_band_amount') ?? 0
  const credited = params.int('credit_amount') ?? 0
  if (back + outside + credited !== total) {
    throw invalid(
      'The sum of credit amount, refund amount and out of band amount must equal the total of the credit note.',
      'amount',
    )
  }
  const sum = invoice.post_payment_credit_notes_amount + total
  if (sum > invoice.amount_paid) throw invalid('The credit notes would exceed what was paid.', 'amount')
  emulator.store.put('invoice', { ...invoice, post_payment_credit_notes_amount: sum })
  return {
    customer_balance_transaction: credited ? toBalance(emulator, invoice, credited) : null,
    out_of_band_amount: outside || null,
    refunds: back ? [toCard(emulator, invoice, back)] : [],
  }
}

function toBalance(emulator: Emulator, { customer, id, currency }: Invoice, amount: number): string | null {
  if (!customer) return null
  return writeBalance(emulator, customer, { amount: -amount, type: 'credit_note', invoice: id, currency }).id
}

function toCard(emulator: Emulator, invoice: Invoice, amount: number): CreditNote['refunds'][number] {
  const intent = paymentOf(emulator, invoice.id)?.payment.payment_intent
  const charge = intent ? rowAt(emulator, 'payment_intent', intent).latest_charge : null
  if (!charge) throw invalid('The invoice was not paid by a charge.', 'refund_amount')
  const refund = makeRefund(emulator, rowAt(emulator, 'charge', charge), amount, {
    reason: null,
    metadata: {},
  })
  return { amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: 'refund' }
}
