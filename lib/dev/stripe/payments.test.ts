import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stripeForTest } from '@/lib/testing/stripe'
import { at, companyOnClock, makePlan } from './test-plans'

let own: Awaited<ReturnType<typeof stripeForTest>>
let stripe: Stripe
beforeAll(async () => {
  own = await stripeForTest()
  stripe = own.stripe
})
afterAll(() => own.stop())

const april = at('2026-04-01T00:00:00Z')
const day = 86_400

async function withFailingCard() {
  const price = await makePlan(stripe, 'Pro', 14_900)
  const company = await companyOnClock(stripe, april, 'pm_card_chargeCustomerFail')
  const made = await stripe.subscriptions.create({
    customer: company.customer.id,
    items: [{ price: price.id }],
    trial_period_days: 14,
  })
  const move = (days: number, hours = 0) =>
    stripe.testHelpers.testClocks.advance(company.clock.id, {
      frozen_time: april + days * day + hours * 3600,
    })
  return { ...company, id: made.id, move }
}

describe('a card that is declined', () => {
  it('makes the subscription past due, is tried again, and a good card puts it right', async () => {
    const { id, customer, move } = await withFailingCard()
    await move(14, 2)
    const late = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
    const invoice = late.latest_invoice as Stripe.Invoice
    expect(late.status).toBe('past_due')
    expect(invoice).toMatchObject({
      status: 'open',
      attempt_count: 1,
      next_payment_attempt: april + 17 * day + 3600,
    })
    await expect(stripe.invoices.pay(invoice.id)).rejects.toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
    })
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ attempt_count: 2, status: 'open' })

    const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: good.id } })
    await move(25)
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid', attempt_count: 3 })
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active')
    const failures = await stripe.events.list({ type: 'invoice.payment_failed' })
    expect(
      failures.data.filter(event => (event.data.object as Stripe.Invoice).id === invoice.id),
    ).toHaveLength(2)
  })

  it.each(['unpaid', 'canceled'] as const)('ends as %s when every attempt failed', async afterwards => {
    await own.control.dunning({ afterwards })
    const { id, move } = await withFailingCard()
    await move(14 + 3 + 5 + 7, 6)
    const end = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
    expect(end.status).toBe(afterwards)
    expect(end.latest_invoice).toMatchObject({ attempt_count: 4, next_payment_attempt: null, status: 'open' })
  })

  it('leaves a subscription incomplete from the start, and expired a day later', async () => {
    const price = await makePlan(stripe, 'Pro', 14_900)
    const { clock, customer } = await companyOnClock(stripe, april, 'pm_card_chargeCustomerFail')
    const made = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] })
    expect(made.status).toBe('incomplete')
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: april + day })
    const expired = await stripe.subscriptions.retrieve(made.id, { expand: ['latest_invoice'] })
    expect([expired.status, (expired.latest_invoice as Stripe.Invoice).status]).toEqual([
      'incomplete_expired',
      'void',
    ])
  })

  it('can be refused already when it is attached or set up', async () => {
    const { customer } = await companyOnClock(stripe, april)
    const attach = stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: customer.id })
    await expect(attach).rejects.toMatchObject({ statusCode: 402, code: 'card_declined' })
    const setup = stripe.setupIntents.create({
      customer: customer.id,
      payment_method: 'pm_card_chargeDeclinedInsufficientFunds',
      confirm: true,
    })
    await expect(setup).rejects.toMatchObject({ decline_code: 'insufficient_funds' })
    const [intent] = (await stripe.setupIntents.list({ customer: customer.id })).data
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'card_declined' },
    })
    const done = await stripe.setupIntents.confirm(intent?.id ?? '', { payment_method: 'pm_card_visa' })
    expect(done.status).toBe('succeeded')
  })
})

describe('an invoice', () => {
  async function openInvoice(amount: number) {
    const { customer, method } = await companyOnClock(stripe, april)
    await stripe.invoiceItems.create({
      customer: customer.id,
      amount,
      currency: 'usd',
      description: 'Setting up',
    })
    const draft = await stripe.invoices.create({
      customer: customer.id,
      pending_invoice_items_behavior: 'include',
    })
    return { customer, method, draft }
  }

  it('goes from draft to open to paid, and its money back to the card', async () => {
    const { draft } = await openInvoice(10_000)
    expect(draft).toMatchObject({ status: 'draft', number: null, hosted_invoice_url: null })
    const open = await stripe.invoices.finalizeInvoice(draft.id)
    expect(open).toMatchObject({ status: 'open', amount_due: 10_000 })
    expect(open.number).toMatch(/-0001$/)
    await expect(stripe.invoices.del(draft.id)).rejects.toMatchObject({ statusCode: 400 })
    await stripe.invoices.pay(open.id)
    const [payment] = (await stripe.invoicePayments.list({ invoice: open.id })).data
    const refund = await stripe.refunds.create({
      payment_intent: String(payment?.payment.payment_intent),
      amount: 2500,
    })
    expect(refund).toMatchObject({ status: 'succeeded', amount: 2500 })
    await expect(
      stripe.refunds.create({ charge: String(refund.charge), amount: 7501 }),
    ).rejects.toMatchObject({ param: 'amount' })
    const note = await stripe.creditNotes.create({
      invoice: open.id,
      amount: 1500,
      credit_amount: 500,
      refund_amount: 1000,
    })
    expect(note).toMatchObject({ type: 'post_payment', total: 1500, refunds: [{ amount_refunded: 1000 }] })
  })

  it('uses a credit of the customer, and gives it back when it is void', async () => {
    const { customer, draft } = await openInvoice(10_000)
    await stripe.customers.createBalanceTransaction(customer.id, {
      amount: -4000,
      currency: 'usd',
      description: 'Sorry',
    })
    const open = await stripe.invoices.finalizeInvoice(draft.id)
    expect(open).toMatchObject({
      total: 10_000,
      amount_due: 6000,
      starting_balance: -4000,
      ending_balance: 0,
    })
    await stripe.invoices.voidInvoice(open.id)
    const balances = await stripe.customers.listBalanceTransactions(customer.id)
    expect(balances.data.map(row => [row.type, row.amount, row.ending_balance])).toEqual([
      ['unapplied_from_invoice', -4000, -4000],
      ['applied_to_invoice', 4000, 0],
      ['adjustment', -4000, -4000],
    ])
  })

  it('is paid by a credit note over all of it, given up, or paid elsewhere', async () => {
    const first = await stripe.invoices.finalizeInvoice((await openInvoice(900)).draft.id)
    await stripe.creditNotes.create({ invoice: first.id, amount: 900, reason: 'order_change' })
    expect(await stripe.invoices.retrieve(first.id)).toMatchObject({
      status: 'paid',
      pre_payment_credit_notes_amount: 900,
    })
    const second = await stripe.invoices.finalizeInvoice((await openInvoice(900)).draft.id)
    expect((await stripe.invoices.markUncollectible(second.id)).status).toBe('uncollectible')
    const paid = await stripe.invoices.pay(second.id, { paid_out_of_band: true })
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 900 })
    await expect(stripe.invoices.pay(second.id)).rejects.toMatchObject({ code: 'invoice_already_paid' })
  })

  it('too small to charge waits on the balance', async () => {
    const { customer, draft } = await openInvoice(49)
    expect(await stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({ status: 'paid', amount_due: 0 })
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: 49 })
  })

  it('has a page and a PDF that answer whoever has the address', async () => {
    const { draft } = await openInvoice(1234)
    const open = await stripe.invoices.finalizeInvoice(draft.id)
    const page = await fetch(open.hosted_invoice_url ?? '').then(response => response.text())
    expect(page).toContain('$12.34 due')
    const pdf = await fetch(open.invoice_pdf ?? '')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(bytes).toMatch(/^%PDF-1\.4[\s\S]*Setting up[\s\S]*%%EOF\n$/)
    const start = Number(/startxref\n(\d+)/.exec(bytes)?.[1])
    expect(bytes.slice(start, start + 4)).toBe('xref')
    expect((await fetch(`${open.hosted_invoice_url}x`)).status).toBe(404)
    await fetch(open.hosted_invoice_url ?? '', {
      method: 'POST',
      body: new URLSearchParams({ card: 'visa' }),
    })
    expect((await stripe.invoices.retrieve(open.id)).status).toBe('paid')
  })
})
