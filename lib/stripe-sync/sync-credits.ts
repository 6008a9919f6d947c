import type Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'

/** Puts money that admins gave a company on its balance at Stripe, each gift once, for its next invoices to take off. */
export async function syncCredits(stripe: Stripe, tenantId: string, customer: string): Promise<void> {
  const waiting = await asPlatform(tx =>
    tx.platformCredit.findMany({ where: { tenantId, stripeTransactionId: null }, orderBy: { id: 'asc' } }),
  )
  for (const { id, amountMinor, currency, reason } of waiting) {
    const given = await stripe.customers.createBalanceTransaction(
      customer,
      {
        // Below zero is the customer's.
        amount: -Number(amountMinor),
        currency: currency.toLowerCase(),
        description: reason.slice(0, 350),
        metadata: { creditId: id },
      },
      { idempotencyKey: `portico:credit:${id}` },
    )
    await asPlatform(tx =>
      tx.platformCredit.update({
        where: { tenantId_id: { tenantId, id } },
        data: { stripeTransactionId: given.id },
      }),
    )
  }
}
