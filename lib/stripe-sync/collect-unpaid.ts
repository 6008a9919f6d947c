import Stripe from 'stripe'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { log } from '@/lib/log/log'

/**
 * Charges the months of a subscription whose attempts had all failed, once nothing is overdue: the invoices that Stripe
 * made since then are drafts that nobody collects. What comes of it, Stripe's events tell.
 * @returns whether there is anything left to be paid, by which the subscription may go on
 */
export async function collectUnpaid(
  stripe: Stripe,
  { id: subscription }: StripeSubscription,
): Promise<boolean> {
  const { data } = await stripe.invoices.list({ subscription, limit: 100 })
  const left = data.filter(({ status }) => status === 'draft' || status === 'open')
  for (const { id, status } of left.reverse()) {
    try {
      if (status === 'draft') await stripe.invoices.finalizeInvoice(id, { auto_advance: true })
      await stripe.invoices.pay(id)
    } catch (error) {
      const refused =
        error instanceof Stripe.errors.StripeCardError ||
        error instanceof Stripe.errors.StripeInvalidRequestError
      if (!refused) throw error
      log().info({ subscription, code: error.code }, 'an unpaid month could not be charged')
    }
  }
  return left.length > 0
}
