import { lockAccount } from '@/lib/accounts/lock-account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { StripeInvoice } from '@/lib/integrations/stripe/fetch-invoice'
import { describeLines } from './describe-lines'

/**
 * Keeps an invoice and its lines as Stripe has them; of two answers of Stripe's the one asked for later counts.
 * @param asked.failed whether Stripe said that a payment of it failed; said once, it stays said
 */
export async function mirrorInvoice(
  tx: PlatformTx,
  tenantId: string,
  invoice: StripeInvoice,
  asked: { fetchedAt: Date; failed: boolean },
): Promise<void> {
  const { id: stripeInvoiceId, customerId: _, lines, ...facts } = invoice
  const { fetchedAt, failed } = asked
  // First of all: a row that names the account would hold it half, and two that then want it whole stand in each other's way.
  await lockAccount(tx, tenantId)
  await tx.$executeRaw`
    insert into platform.invoices (tenant_id, stripe_invoice_id, status, currency, subtotal_minor, total_minor, due_minor,
      period_starts_at, period_ends_at, fetched_at)
    values (${tenantId}::uuid, ${stripeInvoiceId}, 'draft', ${facts.currency}, 0, 0, 0, ${facts.periodStartsAt}::timestamptz,
      ${facts.periodEndsAt}::timestamptz, 'epoch') on conflict (stripe_invoice_id) do nothing`
  const [row] = await tx.$queryRaw<{ id: string; fetched_at: Date; failed_at: Date | null }[]>`
    select id, fetched_at, failed_at from platform.invoices
    where tenant_id = ${tenantId}::uuid and stripe_invoice_id = ${stripeInvoiceId} for update`
  if (!row) throw new Error(`invoice ${stripeInvoiceId} is another company's`)
  const where = { tenantId_id: { tenantId, id: row.id } }
  const failedAt = row.failed_at ?? (failed ? fetchedAt : null)
  if (row.fetched_at > fetchedAt) {
    await tx.platformInvoice.update({ where, data: { failedAt } })
    return
  }
  await tx.platformInvoice.update({ where, data: { ...facts, failedAt, fetchedAt } })
  await tx.platformInvoiceLine.deleteMany({ where: { tenantId, invoiceId: row.id } })
  await tx.platformInvoiceLine.createMany({
    data: (await describeLines(tx, tenantId, lines)).map(
      ({ description, quantity, amountMinor, periodStartsAt, periodEndsAt }, position) => ({
        ...{ tenantId, invoiceId: row.id, position, description, quantity, amountMinor },
        ...{ periodStartsAt, periodEndsAt },
      }),
    ),
  })
}
