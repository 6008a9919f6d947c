import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import type { LimitUsage } from '@/lib/plans/rules'
import { dateIn } from '@/lib/time/local-date'
import { countsFrom, type PlanStep, planStep } from './plan-change'
import { readMyBilling } from './read-billing'
import { readPlansForSale } from './read-plan-versions'
import type { ChangePlan } from './schema'

/**
 * Changes the company's plan of one kind, which counts as `countsFrom` says; Stripe is made to match, with what the days'
 * share of both plans comes to on the next bill.
 * @param facts.usage what counts against limits right now
 * @returns a refusal of `planStep`
 */
export async function changePlan(
  tx: TenantTx,
  actor: Actor,
  input: ChangePlan,
  facts: { usage: LimitUsage; now: Date },
): Promise<Result<PlanStep>> {
  const on = dateIn('UTC', facts.now)
  const billing = await readMyBilling(tx)
  const step = planStep(billing, input, await readPlansForSale(tx, on), facts.usage)
  if (!step.ok) return step
  const { kind, from, to } = step.value
  await tx.$executeRaw`select app.change_plan(${kind}, ${to?.id ?? null}, ${on}::date)`
  await recordAudit(tx, actor, {
    action: 'plan:changed',
    subjectType: 'plan',
    subjectLabel: to?.name ?? from?.name,
    before: { plan: from?.id ?? null },
    after: { plan: to?.id ?? null, from: countsFrom(billing, step.value, on) },
  })
  await enqueueJob(tx, 'sync-billing', {}, { key: 'sync-billing' })
  return ok(step.value)
}
