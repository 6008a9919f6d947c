import type Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { toStripeTime } from '@/lib/integrations/stripe/stripe-time'
import { log } from '@/lib/log/log'
import type { Billing } from '@/lib/subscriptions/billing'
import { recordDifference } from './record-difference'

/** Marks invoices of before a hold, whose attempts rest until it ends. */
const resting = 'portico_hold'

/**
 * Lets Stripe charge nothing while an admin holds the company, and go on when it is free again: the subscription's
 * invoices are void as they are made, one that came before Stripe was told is voided now, and older ones that are
 * unpaid stay owed and are not tried meanwhile. May be stopped anywhere and done again.
 * @param known the subscription, unless there is none or it is over
 * @returns whether the company is held
 */
export async function syncHold(
  stripe: Stripe,
  billing: Billing,
  customer: string,
  known: StripeSubscription | null,
): Promise<boolean> {
  const { heldAt } = billing
  if (heldAt) {
    if (known && !known.paused) await pause(stripe, known, { behavior: 'void' })
    for (const invoice of await listInvoices(stripe, customer)) await rest(stripe, billing, heldAt, invoice)
  } else if (known?.paused) {
    for (const invoice of await listInvoices(stripe, customer)) await wake(stripe, invoice)
    await pause(stripe, known, '')
  }
  return heldAt !== null
}

async function pause(
  stripe: Stripe,
  { id }: StripeSubscription,
  pause_collection: Stripe.SubscriptionUpdateParams['pause_collection'],
): Promise<void> {
  await stripe.subscriptions.update(id, { pause_collection })
}

/** The latest, which may be more than those of the subscription there is now. */
async function listInvoices(stripe: Stripe, customer: string): Promise<Stripe.Invoice[]> {
  return (await stripe.invoices.list({ customer, limit: 100 })).data
}

async function rest(stripe: Stripe, billing: Billing, heldAt: Date, invoice: Stripe.Invoice): Promise<void> {
  const { id, status, created, auto_advance } = invoice
  const waiting = status === 'draft' || status === 'open'
  if (created < toStripeTime(heldAt)) {
    if (waiting && auto_advance)
      await stripe.invoices.update(id, { auto_advance: false, metadata: { [resting]: 'yes' } })
    return
  }
  const final =
    status === 'draft' ? await stripe.invoices.finalizeInvoice(id, { auto_advance: false }) : invoice
  if (final.status === 'open') await stripe.invoices.voidInvoice(id)
  else if (final.status === 'paid' && final.total > 0) await reportCharge(billing, final)
}

async function wake(stripe: Stripe, { id, status, metadata }: Stripe.Invoice): Promise<void> {
  if (!metadata?.[resting]) return
  const advances = status === 'draft' || status === 'open'
  await stripe.invoices.update(id, {
    ...(advances && { auto_advance: true }),
    metadata: { [resting]: '' },
  })
}

/** Stripe was told too late: nothing can be voided any more, and an admin decides, once, whether it is paid back. */
async function reportCharge({ tenantId }: Billing, { id, total }: Stripe.Invoice): Promise<void> {
  const subject = `on hold: ${id}`
  await asPlatform(async tx => {
    if ((await tx.platformDifference.count({ where: { tenantId, subject } })) > 0) return
    log().error({ tenantId, invoice: id }, 'a company was charged on hold')
    await recordDifference(tx, tenantId, { subject, ours: 0n, theirs: BigInt(total) })
  })
}
