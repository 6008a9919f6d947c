import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { refuseStanding } from './refuse-standing'

/** Days in which a request to delete a company can be taken back; until then nothing of it is removed. */
const graceDays = 30

/**
 * Closes a company's pages at once and records that it is to be deleted when the grace is over. The removal itself is
 * an operator's act.
 * @returns refusal 'not_found', or 'wrong_state' unless it is active or suspended
 */
export async function requestDeletion(
  tx: PlatformTx,
  actor: PlatformActor,
  input: { tenantId: string; reason: string },
  now: Date,
): Promise<Result<{ dueAt: Date }>> {
  const { tenantId, reason } = input
  const [before] = await tx.$queryRaw<{ status: string; status_reason: string | null }[]>`
    select status, status_reason from platform.tenants where id = ${tenantId}::uuid for update`
  const open = before?.status === 'active' || before?.status === 'suspended'
  if (!before || !open) return refuseStanding(tx, tenantId, 'it is neither active nor suspended')
  const dueAt = new Date(now.getTime() + graceDays * 86_400_000)
  await tx.platformDeletionRequest.createMany({
    data: [
      {
        tenantId,
        reason,
        dueAt,
        requestedAt: now,
        requestedBy: actor.adminId,
        apiTokenId: actor.apiTokenId,
        statusBefore: before.status,
        reasonBefore: before.status_reason,
      },
    ],
  })
  await tx.platformTenant.update({
    where: { id: tenantId },
    data: { status: 'closed', statusReason: reason, updatedAt: now },
  })
  const by = { now, adminId: actor.adminId }
  await applyAccountEvent(tx, tenantId, { type: 'admin_suspended', reason }, by)
  const detail = { reason, due: dueAt.toISOString() }
  await recordPlatformAudit(tx, actor, { action: 'tenant:deletion-requested', tenantId, detail })
  return ok({ dueAt })
}
