import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { refuseStanding } from './refuse-standing'

/**
 * Closes a tenant's pages for everybody and lets its jobs wait. Nothing is lost, and nothing is charged meanwhile.
 * @returns refusal 'not_found', or 'wrong_state' unless it is active
 */
export async function suspendTenant(
  tx: PlatformTx,
  admin: PlatformActor,
  input: { tenantId: string; reason: string },
  now = new Date(),
): Promise<Result> {
  const { tenantId, reason } = input
  const { count } = await tx.platformTenant.updateMany({
    where: { id: tenantId, status: 'active' },
    data: { status: 'suspended', statusReason: reason, updatedAt: new Date() },
  })
  if (count === 0) return refuseStanding(tx, tenantId, 'it is not active')
  const by = { now, adminId: admin.adminId }
  await applyAccountEvent(tx, tenantId, { type: 'admin_suspended', reason }, by)
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  await recordPlatformAudit(tx, admin, { action: 'tenant:suspended', tenantId, detail: { reason } })
  return ok()
}
