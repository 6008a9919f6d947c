import { lockAccount } from '@/lib/accounts/lock-account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { StripeSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { parseLocalDate } from '@/lib/time/local-date'
import { codeOf } from './coupon-months'

/**
 * Keeps how a company's subscription stands at Stripe and from when it charges; one that is over says nothing of the one
 * that replaced it.
 */
export async function mirrorSubscription(
  tx: PlatformTx,
  tenantId: string,
  subscription: StripeSubscription,
  fetchedAt: Date,
): Promise<void> {
  const { id, status, periodStartsAt, periodEndsAt, metadata } = subscription
  await lockAccount(tx, tenantId)
  const account = await tx.platformAccount.findUnique({
    where: { tenantId },
    select: { stripeSubscriptionId: true },
  })
  if (account?.stripeSubscriptionId !== id) return
  const newest = await tx.$executeRaw`
    insert into platform.stripe_customers as c (tenant_id, fetched_at, subscription_status, resumed_on,
      period_starts_at, period_ends_at, subscription_fetched_at)
    values (${tenantId}::uuid, 'epoch', ${status}, ${parseLocalDate(metadata.resumedOn ?? '')}::date,
      ${periodStartsAt}::timestamptz, ${periodEndsAt}::timestamptz, ${fetchedAt}::timestamptz)
    on conflict (tenant_id) do update set subscription_status = excluded.subscription_status, resumed_on = excluded.resumed_on,
      period_starts_at = excluded.period_starts_at, period_ends_at = excluded.period_ends_at,
      subscription_fetched_at = excluded.subscription_fetched_at
      where coalesce(c.subscription_fetched_at <= excluded.subscription_fetched_at, true)`
  if (newest > 0) await mirrorCoupons(tx, tenantId, subscription, fetchedAt)
}

/** Keeps from when to when Stripe takes each code off. */
async function mirrorCoupons(
  tx: PlatformTx,
  tenantId: string,
  { discounts }: StripeSubscription,
  fetchedAt: Date,
): Promise<void> {
  for (const use of await tx.platformCouponUse.findMany({ where: { tenantId } })) {
    const found = discounts.find(({ couponId }) => couponId !== null && codeOf(couponId) === use.code)
    if (!found) continue
    const { startsAt, endsAt } = found
    await tx.platformCouponUse.update({
      where: { tenantId_code: { tenantId, code: use.code } },
      data: { startsAt, endsAt, sentAt: use.sentAt ?? fetchedAt },
    })
  }
}
