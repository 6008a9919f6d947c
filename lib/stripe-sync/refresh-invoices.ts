import type Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { fetchInvoice, readInvoice, type StripeInvoice } from '@/lib/integrations/stripe/fetch-invoice'
import { askedAt } from './asked-at'
import { mirrorInvoice } from './mirror-invoice'
import { settleAccount } from './settle-account'

const recent = 20

/** Looks whether a company's latest invoices are kept as Stripe has them, for events that never came. */
export async function refreshInvoices(
  stripe: Stripe,
  tenantId: TenantId,
  customer: string,
  now: Date,
): Promise<void> {
  const { data } = await stripe.invoices.list({ customer, limit: recent })
  const kept = await asPlatform(tx => tx.platformInvoice.findMany({ where: { tenantId } }))
  const same = (one: StripeInvoice) =>
    kept.some(
      ({ stripeInvoiceId, status, attempts, paidMinor, failedAt }) =>
        stripeInvoiceId === one.id &&
        status === one.status &&
        attempts === one.attempts &&
        paidMinor === one.paidMinor &&
        (failedAt !== null || !hasFailed(one)),
    )
  for (const { id } of data.map(each => readInvoice(each)).filter(one => !same(one))) {
    const fetchedAt = await askedAt()
    const invoice = await fetchInvoice(stripe, id)
    await asPlatform(async tx => {
      await mirrorInvoice(tx, tenantId, invoice, { fetchedAt, failed: hasFailed(invoice) })
      await settleAccount(tx, tenantId, now)
    })
  }
}

/** An invoice that was tried and is to be tried again was refused; one whose payment is under way is not. */
function hasFailed({ status, attempts, nextAttemptAt }: StripeInvoice): boolean {
  return status === 'uncollectible' || (status === 'open' && attempts > 0 && nextAttemptAt !== null)
}
