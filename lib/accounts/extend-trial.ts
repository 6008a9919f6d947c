import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { type LocalDate, toDbDate } from '@/lib/time/local-date'
import { applyAccountEvent } from './apply-account-event'

/**
 * Lets a company's trial run until the beginning of a UTC day, or takes one up again that ran out unpaid.
 * @returns refusal 'not_found', 'invalid' when the day is not ahead, or 'wrong_state' when there is no trial to extend
 */
export async function extendTrial(
  tx: PlatformTx,
  admin: AdminActor,
  input: { tenantId: string; until: LocalDate },
  now: Date,
): Promise<Result> {
  const { tenantId } = input
  const until = toDbDate(input.until)
  if (until <= now) return refuse('invalid', { fields: { until: 'Choose a day after today.' } })
  const before = await tx.platformAccount.findUnique({ where: { tenantId }, select: { trialEndsAt: true } })
  const moved = await applyAccountEvent(
    tx,
    tenantId,
    { type: 'trial_extended', until },
    { now, adminId: admin.adminId },
  )
  if (!moved.ok) return moved
  if (moved.value.account.trialEndsAt.getTime() !== until.getTime())
    return refuse('wrong_state', { params: { why: 'the company has no trial that could go on' } })
  await recordPlatformAudit(tx, admin, {
    action: 'trial:extended',
    tenantId,
    detail: { from: before?.trialEndsAt.toISOString() ?? null, until: until.toISOString() },
  })
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  return ok()
}
