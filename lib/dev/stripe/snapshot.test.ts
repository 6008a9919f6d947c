import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stripeForTest } from '@/lib/testing/stripe'

it('keeps the account over a restart, addresses following the new port', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-stripe-'))
  const snapshotFile = join(folder, 'stripe.json')
  try {
    const first = await stripeForTest({ snapshotFile })
    await first.control.clock(1_900_000_000)
    const customer = await first.stripe.customers.create({ name: 'Lakeside', payment_method: 'pm_card_visa' })
    await first.stripe.invoiceItems.create({ customer: customer.id, amount: 700, currency: 'usd' })
    const draft = await first.stripe.invoices.create({
      customer: customer.id,
      pending_invoice_items_behavior: 'include',
    })
    await first.stripe.invoices.finalizeInvoice(draft.id)
    const made = await first.stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'one' })
    await first.stop()
    expect(JSON.parse(readFileSync(snapshotFile, 'utf8')).rows.customer).toHaveLength(2)

    const second = await stripeForTest({ snapshotFile })
    const again = await second.stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'one' })
    expect([again.id, again.created]).toEqual([made.id, 1_900_000_000])
    const invoice = await second.stripe.invoices.retrieve(draft.id)
    expect(invoice.hosted_invoice_url?.startsWith(second.url)).toBe(true)
    expect((await fetch(invoice.hosted_invoice_url ?? '')).status).toBe(200)
    expect((await second.stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1)
    await second.stop()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
