import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import { refuseStanding } from './refuse-standing'

/**
 * Opens a suspended tenant's pages again; its waiting jobs start at once.
 * @returns refusal 'not_found', or 'wrong_state' unless it is suspended
 */
export async function reactivateTenant(
  tx: PlatformTx,
  admin: PlatformActor,
  input: { tenantId: string },
): Promise<Result> {
  const { tenantId } = input
  const { count } = await tx.platformTenant.updateMany({
    where: { id: tenantId, status: 'suspended' },
    data: { status: 'active', statusReason: null, updatedAt: new Date() },
  })
  if (count === 0) return refuseStanding(tx, tenantId, 'it is not suspended')
  const by = { now: new Date(), adminId: admin.adminId }
  await applyAccountEvent(tx, tenantId, { type: 'admin_reactivated' }, by)
  await wakeJobs(tx, tenantId)
  await recordPlatformAudit(tx, admin, { action: 'tenant:reactivated', tenantId })
  return ok()
}
