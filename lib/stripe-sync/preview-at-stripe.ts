import Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { readInvoice, type StripeInvoice } from '@/lib/integrations/stripe/fetch-invoice'
import { fetchSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { log } from '@/lib/log/log'
import type { Billing } from '@/lib/subscriptions/billing'
import { fromDbDate } from '@/lib/time/local-date'
import { dueChanges } from './change-subscription'
import { prorationFrom } from './plan-steps'
import { recordDifference } from './record-difference'
import { readPrices } from './stripe-ids'
import { itemChanges, wantedPrices } from './wanted-subscription'

/** What Stripe would bill for a change: its share of the running month, and the whole next bill. */
export type StripePreview = { changeMinor: bigint; nextMinor: bigint; nextAt: Date }

const changesOf = ({ lines }: StripeInvoice) =>
  lines.filter(line => line.proration).reduce((sum, { amountMinor }) => sum + amountMinor, 0n)

/**
 * Asks Stripe what a change of plans would come to, and keeps for admins where its figure is not ours.
 * @param after what would be agreed then
 * @param oursMinor what we say the running month's share comes to
 * @returns null while Stripe does not answer, has no subscription of the company's yet, or is still to be told of an
 * earlier change of today
 */
export async function previewAtStripe(
  billing: Billing,
  after: Billing,
  oursMinor: bigint,
  now: Date,
): Promise<StripePreview | null> {
  const stripe = openStripe()
  if (!stripe || !billing.subscriptionId) return null
  try {
    const preview = await ask(stripe, billing.subscriptionId, after, now)
    if (!preview) return null
    const { changeMinor } = preview
    const found = { subject: 'preview', ours: oursMinor, theirs: changeMinor }
    await asPlatform(tx => recordDifference(tx, billing.tenantId, found))
    if (changeMinor !== oursMinor)
      log().error(
        { tenantId: billing.tenantId, ours: String(oursMinor), theirs: String(changeMinor) },
        'a preview differs from Stripe’s',
      )
    return preview
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    log().warn({ tenantId: billing.tenantId, err: error }, 'Stripe gave no preview')
    return null
  }
}

async function ask(
  stripe: Stripe,
  subscription: string,
  after: Billing,
  now: Date,
): Promise<StripePreview | null> {
  const known = await fetchSubscription(stripe, subscription)
  if (known.over) return null
  const { steps, free } = await dueChanges(after, known, now)
  const [step] = steps
  if (steps.length > 1) return null
  const wanted = await readPrices(wantedPrices(after, fromDbDate(known.periodStartsAt)))
  const { base, metered } = itemChanges(known.items, { ...wanted, ...(step && { base: [...step.base] }) })
  const proration = prorationFrom(step?.on ?? null, known)
  const [without, changed] = await Promise.all([
    stripe.invoices.createPreview({ subscription }),
    stripe.invoices.createPreview({
      subscription,
      subscription_details: { items: [...base, ...metered], ...proration },
    }),
  ])
  const next = readInvoice(changed)
  return {
    // A piece of a month that a trial leaves is no change, though Stripe calls it by the same word.
    changeMinor: free ? 0n : changesOf(next) - changesOf(readInvoice(without)),
    nextMinor: next.dueMinor,
    nextAt: known.periodEndsAt,
  }
}
