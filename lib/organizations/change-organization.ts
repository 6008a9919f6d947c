import { lockAccount } from '@/lib/accounts/lock-account'
import { ok, type Refusal, type Result, refuse } from '@/lib/action/result'
import { runAsPlatform } from '@/lib/action/run-as-platform'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { SystemActor } from '@/lib/auth/actor'
import type { ApiActor } from '@/lib/auth/read-api-token'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { registry } from '@/lib/features/registry'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { holdLimitsOf } from '@/lib/limits/hold-limit'
import { readLimitUsageOf } from '@/lib/limits/read-limit-usage-of'
import { exceedingLimits } from '@/lib/plans/rules'
import { readOffer } from '@/lib/subscriptions/read-plan-versions'
import { forgetTenants } from '@/lib/tenancy/find-tenant'
import { chooseTier } from '@/lib/tenants/choose-tier'
import { dateIn } from '@/lib/time/local-date'
import { changeSettings } from './change-settings'
import { describeOrganization, findOrganization, type Organization } from './read-organization'
import { readAvailableFeatures, readTierFeatures } from './read-plan-features'
import type { OrganizationChange } from './schema'
import { refuseBeyondPlan } from './settings'

async function refuseTier(
  tx: PlatformTx,
  { tenantId, subscriptionTier, account }: Organization,
  { subscriptionTier: tier, settings }: OrganizationChange,
): Promise<Refusal | null> {
  if (tier && tier !== subscriptionTier && account.state !== 'trialing') {
    const why = 'a company that pays changes its plan on its billing page, where it sees what that costs'
    return refuse('wrong_state', { params: { why }, fields: { subscriptionTier: `Not possible: ${why}.` } })
  }
  if (tier && tier !== subscriptionTier) {
    const plan = (await readOffer(tx, dateIn('UTC', new Date()))).find(offered => offered.plan === tier)
    const excess = plan ? exceedingLimits(await readLimitUsageOf(tx, tenantId), plan) : []
    const list = excess.map(({ sentence }) => sentence).join(' ')
    if (excess.length > 0)
      return refuse('plan_too_small', { params: { list }, fields: { subscriptionTier: list } })
  }
  const included = tier ? await readTierFeatures(tx, tier) : await readAvailableFeatures(tx, tenantId)
  return refuseBeyondPlan(settings?.features, included)
}

/** What the admins' audit log says of a change, before and after; the settings stand in the company's own. */
function changesOf({ name, subscriptionTier }: Organization, input: OrganizationChange) {
  return {
    changed: Object.keys(input).join(', '),
    ...(input.name && input.name !== name && { 'name before': name, 'name after': input.name }),
    ...(input.subscriptionTier &&
      input.subscriptionTier !== subscriptionTier && {
        'tier before': subscriptionTier,
        'tier after': input.subscriptionTier,
      }),
  }
}

async function changeDirectory(
  tx: PlatformTx,
  api: ApiActor,
  id: string,
  input: OrganizationChange,
): Promise<Result<Organization>> {
  const known = await findOrganization(tx, id)
  if (known && input.subscriptionTier) await holdLimitsOf(tx, known.id)
  // Held, so that a trial that is over this moment is none.
  const account = known && (await lockAccount(tx, known.id))
  const row = account && (await findOrganization(tx, known.id))
  if (!row) return refuse('not_found')
  const before = describeOrganization(row)
  const { tenantId, status } = before
  if (status === 'closed' || status === 'provisioning')
    return refuse('wrong_state', { params: { why: 'the company is not open' } })
  const refusal = await refuseTier(tx, before, input)
  if (refusal) return refusal
  const { name, subscriptionTier: tier } = input
  if (tier && tier !== before.subscriptionTier) await chooseTier(tx, tenantId, tier)
  const allowed = (await readAvailableFeatures(tx, tenantId)).filter(feature => feature in registry)
  // What an admin denies it, no tier gives.
  const denied = refuseBeyondPlan(input.settings?.features, allowed)
  if (denied) return denied
  await tx.platformTenant.update({
    where: { id: tenantId },
    data: { ...(name && { name }), updatedAt: new Date() },
  })
  await enqueueTenantJob(tx, tenantId, 'sync-billing', {}, { key: 'sync-billing' })
  await recordPlatformAudit(tx, api, { action: 'tenant:changed', tenantId, detail: changesOf(before, input) })
  return ok(before)
}

/**
 * Changes a company's name, its tier while it is on trial, and its settings. All of it is judged before any of it is
 * written: first what the platform keeps, then what the company does.
 * @returns refusal 'not_found', 'not_in_plan', 'plan_too_small' with what exceeds the tier,
 * or 'wrong_state' for the tier of a company that pays, and for a closed one
 */
export async function changeOrganization(
  api: ApiActor,
  id: string,
  input: OrganizationChange,
): Promise<Result<Organization>> {
  const changed = await runAsPlatform(tx => changeDirectory(tx, api, id, input))
  if (!changed.ok) return changed
  const { tenantId } = changed.value
  const actor: SystemActor = { kind: 'system', tenantId, purpose: 'api' }
  const inside = await runInTenant({ tenantId, system: actor.purpose }, tx =>
    changeSettings(tx, actor, input, changed.value.name),
  )
  forgetTenants()
  if (!inside.ok) return inside
  const after = await asPlatform(tx => findOrganization(tx, tenantId))
  return after ? ok(describeOrganization(after)) : refuse('not_found')
}
