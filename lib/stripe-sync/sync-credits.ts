import type Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'

/**
 * Puts money that admins gave a company on its balance at Stripe, each gift once, for its next invoices to take off. An
 * idempotency key is remembered for a day; what was put there longer ago and not written down is found by its metadata.
 */
export async function syncCredits(stripe: Stripe, tenantId: string, customer: string): Promise<void> {
  const waiting = await asPlatform(tx =>
    tx.platformCredit.findMany({ where: { tenantId, stripeTransactionId: null }, orderBy: { id: 'asc' } }),
  )
  if (waiting.length === 0) return
  const there = await readGiven(stripe, customer)
  for (const credit of waiting) {
    const { id } = credit
    const stripeTransactionId = there.get(id) ?? (await give(stripe, customer, credit))
    await asPlatform(tx =>
      tx.platformCredit.update({ where: { tenantId_id: { tenantId, id } }, data: { stripeTransactionId } }),
    )
  }
}

/** Which gifts the balance has already, by our id, with the id of each there. */
async function readGiven(stripe: Stripe, customer: string): Promise<ReadonlyMap<string, string>> {
  const given = new Map<string, string>()
  for await (const { id, metadata } of stripe.customers.listBalanceTransactions(customer, { limit: 100 }))
    if (metadata?.creditId) given.set(metadata.creditId, id)
  return given
}

type Credit = { id: string; amountMinor: bigint; currency: string; reason: string }

async function give(
  stripe: Stripe,
  customer: string,
  { id, amountMinor, currency, reason }: Credit,
): Promise<string> {
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
  return given.id
}
