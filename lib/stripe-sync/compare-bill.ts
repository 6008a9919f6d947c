import Stripe from 'stripe'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { readInvoice } from '@/lib/integrations/stripe/fetch-invoice'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import type { Job } from '@/lib/jobs/job-names'
import { log } from '@/lib/log/log'
import { expectedBill } from '@/lib/subscriptions/expected-bill'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { readUsageDays } from '@/lib/subscriptions/read-usage-days'
import { addDays, dateIn } from '@/lib/time/local-date'
import { firstDayOf, monthOf } from '@/lib/time/month'
import { recordDifference } from './record-difference'

const billed = ['active', 'past_due']

/**
 * Holds the next bill as we expect it against the one Stripe would make now, to the cent. What differs is kept for
 * admins and logged as an error; what agrees again is resolved. Of a
 * company that an admin holds there is nothing to compare: whatever bill comes is void.
 */
export async function compareBill(
  { tenantId }: Pick<Job<'compare-bill'>, 'tenantId'>,
  now = new Date(),
): Promise<{ agrees: boolean } | null> {
  const stripe = openStripe()
  const ours = await asPlatform(tx => readOurs(tx, tenantId, now))
  if (!stripe || !ours) return null
  const theirs = await upcomingTotal(stripe, ours.subscriptionId)
  const found = { subject: 'upcoming', ours: ours.totalMinor, theirs }
  await asPlatform(tx => recordDifference(tx, tenantId, found))
  const agrees = theirs === ours.totalMinor
  if (!agrees)
    log().error(
      { tenantId, ours: String(found.ours), theirs: String(theirs) },
      'the bill differs from Stripe’s',
    )
  return { agrees }
}

async function readOurs(tx: PlatformTx, tenantId: string, now: Date) {
  const billing = await readBilling(tx, tenantId)
  if (!billing || billing.state === 'cancelled' || billing.heldAt) return null
  const { subscriptionId, subscriptionStatus, method } = billing
  // A trial that nobody can be charged for ends without a bill.
  const runs = subscriptionStatus === 'trialing' ? method !== null : billed.includes(subscriptionStatus ?? '')
  if (!subscriptionId || !runs) return null
  const today = dateIn('UTC', now)
  const days = { from: firstDayOf(monthOf(today)), until: addDays(today, 1) }
  const usage = await readUsageDays(tx, tenantId, days)
  return { subscriptionId, totalMinor: expectedBill(billing, usage, now).totalMinor }
}

/** Before tax, which Stripe alone works out. */
async function upcomingTotal(stripe: Stripe, subscription: string): Promise<bigint> {
  try {
    const { subtotalMinor, discountMinor } = readInvoice(
      await stripe.invoices.createPreview({ subscription }),
    )
    return subtotalMinor - discountMinor
  } catch (error) {
    // A subscription that ends with nothing left to bill has no next invoice.
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'invoice_upcoming_none')
      return 0n
    throw error
  }
}
