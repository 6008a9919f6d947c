import Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { log } from '@/lib/log/log'

/**
 * Charges what is overdue to the way of paying that the company has now, once for each; Stripe's own next attempt may
 * be days away or there may be none. What comes of it, Stripe's events tell. What was tried is kept with the invoice;
 * Stripe's memory of a request only bridges an answer that was lost.
 */
export async function payOverdue(stripe: Stripe, tenantId: string): Promise<void> {
  const { invoices, method } = await asPlatform(async tx => ({
    invoices: await tx.platformInvoice.findMany({
      where: { tenantId, status: 'open', failedAt: { not: null } },
      select: { id: true, stripeInvoiceId: true, triedMethods: true },
    }),
    method: await tx.platformStripeCustomer.findUnique({ where: { tenantId }, select: { methodId: true } }),
  }))
  const methodId = method?.methodId
  if (!methodId) return
  for (const { id, stripeInvoiceId } of invoices.filter(one => !one.triedMethods.includes(methodId))) {
    const idempotencyKey = `portico:pay:${stripeInvoiceId}:${methodId}`
    try {
      await stripe.invoices.pay(stripeInvoiceId, { payment_method: methodId }, { idempotencyKey })
    } catch (error) {
      const refused =
        error instanceof Stripe.errors.StripeCardError ||
        error instanceof Stripe.errors.StripeInvalidRequestError
      if (!refused) throw error
      log().info({ tenantId, code: error.code }, 'an overdue invoice could not be paid')
    }
    await asPlatform(tx =>
      tx.platformInvoice.update({
        where: { tenantId_id: { tenantId, id } },
        data: { triedMethods: { push: methodId } },
      }),
    )
  }
}
