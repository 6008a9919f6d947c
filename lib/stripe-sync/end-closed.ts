import { asPlatform } from '@/lib/db/as-platform'
import { fetchSubscription, readSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { askedAt } from './asked-at'
import { mirrorSubscription } from './mirror-subscription'

/**
 * Ends at Stripe the subscriptions of companies that are closed: no job of theirs runs any more, and nobody is charged
 * for a company that cannot be entered. Taken back, a deletion begins a new one.
 * @returns how many were ended
 */
export async function endClosed(): Promise<{ ended: number }> {
  const stripe = openStripe()
  if (!stripe) return { ended: 0 }
  const closed = await asPlatform(
    tx => tx.$queryRaw<{ tenantId: string; subscriptionId: string }[]>`
      select a.tenant_id::text as "tenantId", a.stripe_subscription_id as "subscriptionId"
      from platform.accounts a join platform.tenants t on t.id = a.tenant_id
        left join platform.stripe_customers c on c.tenant_id = a.tenant_id
      where t.status = 'closed' and a.stripe_subscription_id is not null
        and coalesce(c.subscription_status, '') not in ('canceled', 'incomplete_expired')`,
  )
  for (const { tenantId, subscriptionId } of closed) {
    const fetchedAt = await askedAt()
    const known = await fetchSubscription(stripe, subscriptionId)
    const ended = known.over
      ? known
      : readSubscription(
          await stripe.subscriptions.cancel(subscriptionId, { prorate: false, expand: ['discounts'] }),
        )
    await asPlatform(tx => mirrorSubscription(tx, tenantId, ended, fetchedAt))
  }
  return { ended: closed.length }
}
