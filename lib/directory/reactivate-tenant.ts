import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import { refuseStanding } from './refuse-standing'

/**
 * Opens a suspended tenant's pages again; its waiting jobs start at once, and its bills come again.
 * @returns refusal 'not_found', or 'wrong_state' unless it is suspended
 */
export async function reactivateTenant(
  tx: PlatformTx,
  admin: PlatformActor,
  input: { tenantId: string },
  now = new Date(),
): Promise<Result> {
  const { tenantId } = input
  const { count } = await tx.platformTenant.updateMany({
    where: { id: tenantId, status: 'suspended' },
    data: { status: 'active', statusReason: null, updatedAt: new Date() },
  })
  if (count === 0) return refuseStanding(tx, tenantId, 'it is not suspended')
  const by = { now, adminId: admin.adminId }
  await applyAccountEvent(tx, tenantId, { type: 'admin_reactivated' }, by)
  await wakeJobs(tx, tenantId)
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  await recordPlatformAudit(tx, admin, { action: 'tenant:reactivated', tenantId })
  return ok()
}
