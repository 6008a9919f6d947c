import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { lockAccount } from '@/lib/accounts/lock-account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'

/**
 * Lets a company's account follow its invoices as they are kept here: overdue when a payment failed and the invoice is
 * still open, in good standing when none is. Looks at the invoices and not at what happened, so that the order in which
 * Stripe tells of it does not matter.
 */
export async function settleAccount(tx: PlatformTx, tenantId: TenantId, now: Date): Promise<void> {
  const account = await lockAccount(tx, tenantId)
  if (!account) return
  const overdue = await tx.platformInvoice.count({
    where: { tenantId, status: { in: ['open', 'uncollectible'] }, failedAt: { not: null } },
  })
  const paid = await tx.platformInvoice.count({ where: { tenantId, status: 'paid', paidMinor: { gt: 0 } } })
  const type = overdue > 0 ? 'invoice_failed' : 'invoice_paid'
  // An overdue invoice may also have been voided; then nothing is owed either.
  const news =
    overdue > 0 ? !account.overdueSince : account.overdueSince || (paid > 0 && !account.firstPaidAt)
  if (!news) return
  const moved = await applyAccountEvent(tx, tenantId, { type }, { now })
  if (!moved.ok || moved.value.changes.length === 0) return
  await enqueueTenantJob(tx, tenantId, 'sync-billing', {}, { key: 'sync-billing' })
  await enqueueTenantJob(tx, tenantId, 'remind-account', {})
}
