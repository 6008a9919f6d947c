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
 * Takes a request to delete a company back; it becomes what it was before, and its waiting jobs start.
 * @returns refusal 'not_found', or 'wrong_state' when nobody asked for its deletion
 */
export async function cancelDeletion(
  tx: PlatformTx,
  actor: PlatformActor,
  { tenantId }: { tenantId: string },
  now: Date,
): Promise<Result> {
  await tx.$queryRaw`select 1 from platform.tenants where id = ${tenantId}::uuid for update`
  const open = await tx.platformDeletionRequest.findFirst({ where: { tenantId, cancelledAt: null } })
  if (!open) return refuseStanding(tx, tenantId, 'nobody asked for its deletion')
  await tx.platformDeletionRequest.update({
    where: { tenantId_id: { tenantId, id: open.id } },
    data: { cancelledAt: now, cancelledBy: actor.adminId },
  })
  await tx.platformTenant.update({
    where: { id: tenantId },
    data: { status: open.statusBefore, statusReason: open.reasonBefore, updatedAt: now },
  })
  if (open.statusBefore === 'active') {
    await applyAccountEvent(tx, tenantId, { type: 'admin_reactivated' }, { now, adminId: actor.adminId })
    await wakeJobs(tx, tenantId)
  }
  // Its subscription at Stripe ended when it was closed.
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  await recordPlatformAudit(tx, actor, { action: 'tenant:deletion-cancelled', tenantId })
  return ok()
}
