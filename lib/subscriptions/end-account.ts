import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { dateIn, toDbDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, monthOf } from '@/lib/time/month'
import { type Billing, firstChargedDay } from './billing'
import { readMyBilling } from './read-billing'

/** When an account ends that is cancelled now: with its trial, or with the month that is paid for. */
export function endOfPeriod(billing: Pick<Billing, 'trialEndsAt' | 'resumedOn'>, now: Date): Date {
  const trial = toDbDate(firstChargedDay(billing))
  return trial > now ? trial : toDbDate(firstDayOf(addMonths(monthOf(dateIn('UTC', now)), 1)))
}

/**
 * Cancels the company's account at the end of what is paid for, or takes that back.
 * @returns refusal 'wrong_state' when it is so already, or the account ended before
 */
export async function endAccount(
  tx: TenantTx,
  actor: Actor,
  goesOn: boolean,
  now: Date,
): Promise<Result<{ cancelsAt: Date | null }>> {
  const billing = await readMyBilling(tx)
  if (billing.state === 'cancelled' || (billing.cancelsAt === null) === goesOn)
    return refuse('wrong_state', {
      params: { why: goesOn ? 'the account goes on' : 'it is cancelled already' },
    })
  const cancelsAt = goesOn ? null : endOfPeriod(billing, now)
  await tx.$executeRaw`select app.end_account(${cancelsAt}::timestamptz)`
  await recordAudit(tx, actor, {
    action: goesOn ? 'subscription:resumed' : 'subscription:cancelled',
    subjectType: 'subscription',
    before: { endsAt: billing.cancelsAt?.toISOString() ?? null },
    after: { endsAt: cancelsAt?.toISOString() ?? null },
  })
  await enqueueJob(tx, 'sync-billing', {}, { key: 'sync-billing' })
  return ok({ cancelsAt })
}
