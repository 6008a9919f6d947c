import { lockAccount } from '@/lib/accounts/lock-account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'

/** Keeps how a company's subscription stands at Stripe; one that is over says nothing of the one that replaced it. */
export async function mirrorSubscription(
  tx: PlatformTx,
  tenantId: string,
  { id, status, periodStartsAt, periodEndsAt, discounts }: StripeSubscription,
  fetchedAt: Date,
): Promise<void> {
  await lockAccount(tx, tenantId)
  const account = await tx.platformAccount.findUnique({
    where: { tenantId },
    select: { stripeSubscriptionId: true },
  })
  if (account?.stripeSubscriptionId !== id) return
  await tx.$executeRaw`
    insert into platform.stripe_customers as c (tenant_id, fetched_at, subscription_status, period_starts_at,
      period_ends_at, subscription_fetched_at)
    values (${tenantId}::uuid, 'epoch', ${status}, ${periodStartsAt}::timestamptz, ${periodEndsAt}::timestamptz,
      ${fetchedAt}::timestamptz)
    on conflict (tenant_id) do update set subscription_status = excluded.subscription_status,
      period_starts_at = excluded.period_starts_at, period_ends_at = excluded.period_ends_at,
      subscription_fetched_at = excluded.subscription_fetched_at
      where coalesce(c.subscription_fetched_at <= excluded.subscription_fetched_at, true)`
  const codes = discounts.flatMap(({ couponId }) => couponId ?? [])
  await tx.platformCouponUse.updateMany({
    where: { tenantId, code: { in: codes }, sentAt: null },
    data: { sentAt: fetchedAt },
  })
}
