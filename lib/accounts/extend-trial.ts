import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { addDays, dateIn, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { applyAccountEvent } from './apply-account-event'
import { policyAt } from './policy'

/** Says why a trial may not run until a day (UTC), in words for the field; null when it may. */
function notUntil(until: LocalDate, openedAt: Date, now: Date): string | null {
  const { extensionDays, longestTrialDays } = policyAt(now)
  const today = dateIn('UTC', now)
  if (until <= today) return 'Choose a day after today.'
  const last = addDays(dateIn('UTC', openedAt), longestTrialDays)
  if (last <= today) return `This company’s ${longestTrialDays} days of trial are over.`
  const latest = [addDays(today, extensionDays), last].sort()[0] ?? last
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
  const bounds = `a trial is extended by at most ${extensionDays} days from today, and lasts at most ${longestTrialDays} in all`
  return until > latest ? `Choose a day up to ${day.format(toDbDate(latest))}: ${bounds}.` : null
}

/**
 * Lets a company's trial run until the beginning of a UTC day, or takes one up again that ran out unpaid.
 * @returns refusal 'not_found', 'invalid' when the day is not ahead or too far ahead, or 'wrong_state' when there is no
 * trial to extend
 */
export async function extendTrial(
  tx: PlatformTx,
  admin: AdminActor,
  input: { tenantId: string; until: LocalDate },
  now: Date,
): Promise<Result> {
  const { tenantId } = input
  const until = toDbDate(input.until)
  const before = await tx.platformAccount.findUnique({
    where: { tenantId },
    select: { trialEndsAt: true, createdAt: true },
  })
  if (!before) return refuse('not_found')
  const why = notUntil(input.until, before.createdAt, now)
  if (why) return refuse('invalid', { fields: { until: why } })
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
    detail: { from: before.trialEndsAt.toISOString(), until: until.toISOString() },
  })
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  return ok()
}
