import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import type { LimitUsage } from '@/lib/plans/rules'
import { dateIn } from '@/lib/time/local-date'
import { planStep } from './plan-change'
import { readBilling } from './read-billing'
import { readOffer } from './read-plan-versions'

/**
 * Changes a company's plan for it, in place of its plan of the same kind; it counts as when the company does so.
 * @param facts.usage what counts against limits right now
 * @returns refusal 'not_found' for a company or plan that is not there, or a refusal of `planStep`
 */
export async function changePlanFor(
  tx: PlatformTx,
  admin: AdminActor,
  input: { tenantId: string; versionId: string; reason: string },
  facts: { usage: LimitUsage; now: Date },
): Promise<Result> {
  const { tenantId, versionId, reason } = input
  const on = dateIn('UTC', facts.now)
  const offer = await readOffer(tx, on)
  const kind = offer.find(({ id }) => id === versionId)?.kind
  await tx.$executeRaw`select 1 from platform.accounts where tenant_id = ${tenantId}::uuid for update`
  const billing = await readBilling(tx, tenantId)
  if (!kind || !billing) return refuse('not_found')
  const step = planStep(billing, { kind, versionId }, offer, facts.usage)
  if (!step.ok) return step
  await tx.$executeRaw`select platform.change_plan(${tenantId}::uuid, ${kind}, ${versionId}, ${on}::date)`
  await recordPlatformAudit(tx, admin, {
    action: 'plan:changed',
    tenantId,
    detail: { from: step.value.from?.id ?? null, to: versionId, reason },
  })
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  return ok()
}
