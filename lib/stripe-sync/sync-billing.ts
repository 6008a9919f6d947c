import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { fetchCustomer } from '@/lib/integrations/stripe/fetch-customer'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import type { Job } from '@/lib/jobs/job-names'
import { log } from '@/lib/log/log'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { askedAt } from './asked-at'
import { mirrorCustomer } from './mirror-customer'
import { mirrorSubscription } from './mirror-subscription'
import { payOverdue } from './pay-overdue'
import { refreshInvoices } from './refresh-invoices'
import { syncCredits } from './sync-credits'
import { syncCustomer } from './sync-customer'
import { syncHold } from './sync-hold'
import { knownSubscription, syncSubscription } from './sync-subscription'

/**
 * Makes Stripe match what is agreed with a company: its customer, subscription, coupons and credits,
 * and no charge while an admin holds it. It looks before it
 * writes, so it may be stopped anywhere and done again; without an account at Stripe it does nothing.
 */
export async function syncBilling(
  { tenantId }: Pick<Job<'sync-billing'>, 'tenantId'>,
  now = new Date(),
): Promise<void> {
  const stripe = openStripe()
  if (!stripe) return log().info({ tenantId }, 'no account at Stripe: nothing to match')
  const billing = await asPlatform(tx => readBilling(tx, tenantId))
  if (!billing) return
  const customer = await syncCustomer(stripe, billing)
  const fetchedAt = await askedAt()
  const known = await knownSubscription(stripe, billing, customer)
  const held = await syncHold(stripe, billing, customer, known)
  const subscription = await syncSubscription(stripe, billing, customer, known, now)
  if (subscription) await asPlatform(tx => mirrorSubscription(tx, tenantId, subscription, fetchedAt))
  await syncCredits(stripe, tenantId, customer)
  await refreshCustomer(tenantId, customer, now)
  await refreshInvoices(stripe, tenantId, customer, now)
  if (!held) await payOverdue(stripe, tenantId)
}

async function refreshCustomer(tenantId: TenantId, customer: string, now: Date): Promise<void> {
  const stripe = openStripe()
  const fetchedAt = await askedAt()
  const known = stripe && (await fetchCustomer(stripe, customer))
  if (known) await asPlatform(tx => mirrorCustomer(tx, tenantId, known, { fetchedAt, now }))
}
