import type Stripe from 'stripe'
import type { Invoice } from '@/lib/invoices/invoice'
import { idOf } from './id-of'
import { fromStripeTime } from './stripe-time'

const statuses = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const
export type InvoiceStatus = (typeof statuses)[number]

export type StripeInvoiceLine = {
  description: string
  /** Null when it is none of whole units. */
  quantity: bigint | null
  amountMinor: bigint
  priceId: string | null
  proration: boolean
  periodStartsAt: Date
  periodEndsAt: Date
}

/** An invoice as Stripe has it. */
export type StripeInvoice = Invoice & {
  status: InvoiceStatus
  customerId: string | null
  attempts: number
  lines: StripeInvoiceLine[]
}

/** Asks Stripe for an invoice and all of its lines. */
export async function fetchInvoice(stripe: Stripe, id: string): Promise<StripeInvoice> {
  const invoice = await stripe.invoices.retrieve(id)
  if (!invoice.lines.has_more) return readInvoice(invoice, invoice.lines.data)
  const lines = await stripe.invoices.listLineItems(id, { limit: 100 }).autoPagingToArray({ limit: 1000 })
  return readInvoice(invoice, lines)
}

const sum = (parts: readonly { amount: number }[] | null) =>
  (parts ?? []).reduce((all, { amount }) => all + BigInt(amount), 0n)

/** What of an invoice matters to us; also of one that is only previewed. */
export function readInvoice(
  invoice: Omit<Stripe.Invoice, 'id'> & { id?: string },
  lines: readonly Stripe.InvoiceLineItem[] = invoice.lines.data,
): StripeInvoice {
  const { status_transitions: moments } = invoice
  return {
    id: invoice.id ?? '',
    customerId: idOf(invoice.customer),
    number: invoice.number,
    status: statusOf(invoice.status),
    currency: invoice.currency.toUpperCase(),
    subtotalMinor: BigInt(invoice.subtotal),
    discountMinor: sum(invoice.total_discount_amounts),
    taxMinor: sum(invoice.total_taxes),
    totalMinor: BigInt(invoice.total),
    dueMinor: BigInt(invoice.amount_due),
    paidMinor: BigInt(invoice.amount_paid),
    periodStartsAt: fromStripeTime(invoice.period_start),
    periodEndsAt: fromStripeTime(invoice.period_end),
    issuedAt: fromStripeTime(moments.finalized_at),
    dueAt: fromStripeTime(invoice.due_date),
    paidAt: fromStripeTime(moments.paid_at),
    attempts: invoice.attempt_count,
    nextAttemptAt: fromStripeTime(invoice.next_payment_attempt),
    pageUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
    lines: lines.map(readLine),
  }
}

function statusOf(status: string | null): InvoiceStatus {
  return statuses.find(known => known === status) ?? 'draft'
}

function readLine(line: Stripe.InvoiceLineItem): StripeInvoiceLine {
  const { parent } = line
  const details = parent?.subscription_item_details ?? parent?.invoice_item_details
  return {
    description: line.description ?? '',
    quantity: line.quantity === null ? null : BigInt(line.quantity),
    amountMinor: BigInt(line.amount),
    priceId: idOf(line.pricing?.price_details?.price),
    proration: details?.proration ?? false,
    periodStartsAt: fromStripeTime(line.period.start),
    periodEndsAt: fromStripeTime(line.period.end),
  }
}
