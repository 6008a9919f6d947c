import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { lockAccount } from '@/lib/accounts/lock-account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import type { StripeCustomer } from '@/lib/integrations/stripe/fetch-customer'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'

/**
 * Keeps how a company pays and what it has on balance, and lets its account follow: with a payment method it may go
 * on, and what is overdue is tried again. Of two answers of Stripe's the one asked for later counts.
 */
export async function mirrorCustomer(
  tx: PlatformTx,
  tenantId: TenantId,
  customer: StripeCustomer,
  asked: { fetchedAt: Date; now: Date },
): Promise<void> {
  const account = await lockAccount(tx, tenantId)
  if (!account) return
  const { method, balanceMinor } = customer
  const before = await tx.platformStripeCustomer.findUnique({ where: { tenantId } })
  if (before && before.fetchedAt > asked.fetchedAt) return
  await tx.$executeRaw`
    insert into platform.stripe_customers (tenant_id, method_id, method_kind, method_brand, method_last4,
      method_expires_on, balance_minor, fetched_at)
    values (${tenantId}::uuid, ${method?.id ?? null}, ${method?.kind ?? null}, ${method?.brand ?? null},
      ${method?.last4 ?? null}, ${method?.expiresOn ?? null}::date, ${balanceMinor}, ${asked.fetchedAt}::timestamptz)
    on conflict (tenant_id) do update set method_id = excluded.method_id, method_kind = excluded.method_kind,
      method_brand = excluded.method_brand, method_last4 = excluded.method_last4,
      method_expires_on = excluded.method_expires_on, balance_minor = excluded.balance_minor,
      fetched_at = excluded.fetched_at`
  if (method && !account.paymentMethodAt)
    await applyAccountEvent(tx, tenantId, { type: 'payment_method_added' }, { now: asked.now })
  if (!method && account.paymentMethodAt)
    await applyAccountEvent(tx, tenantId, { type: 'payment_method_removed' }, { now: asked.now })
  if (method && method.id !== before?.methodId)
    await enqueueTenantJob(tx, tenantId, 'sync-billing', {}, { key: 'sync-billing' })
}
