import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { listFeatures } from './list-features'
import { seePlans } from './refuse-feature'
import { type FeatureId, registry } from './registry'

/**
 * Switches a feature on or off for the whole company, from everybody's next request on.
 * @returns refusal 'not_in_plan' when it is switched on and the company cannot have it
 */
export async function chooseFeature(
  tx: TenantTx,
  actor: Actor,
  input: { feature: FeatureId; on: boolean },
): Promise<Result> {
  const { feature, on } = input
  const label = registry[feature].label
  // One at a time, so that what stands as before is what was.
  await tx.$queryRaw`select 1 from app.tenants for update`
  const state = (await listFeatures(tx)).find(each => each.feature === feature)
  if (on && !state?.available)
    return refuse('not_in_plan', {
      params: { feature: label, remedy: 'See Settings, Billing for the plans that include it.' },
      link: seePlans,
    })
  if (!state || state.on === on) return ok()
  const chosenBy = actor.kind === 'user' ? actor.userId : null
  await tx.$executeRaw`
    insert into app.feature_choices (feature, is_on, chosen_by) values (${feature}, ${on}, ${chosenBy}::uuid)
    on conflict (tenant_id, feature) do update
      set is_on = excluded.is_on, chosen_by = excluded.chosen_by, chosen_at = now()`
  await recordAudit(tx, actor, {
    action: 'features:chosen',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    subjectLabel: label,
    before: { [feature]: !on },
    after: { [feature]: on },
  })
  return ok()
}
