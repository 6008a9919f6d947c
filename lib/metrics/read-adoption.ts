import type { PlatformTx } from '@/lib/db/as-platform'
import { type FeatureUsed, featuresUsed, usedBy } from './features-used'

/** The states in which a company's plan counts as had. */
export const plannedStates = ['trialing', 'active', 'past_due'] as const

/** A plan, and how many companies have it. */
export type PlanAdoption = { what: string; plan: string; companies: number }

/** A feature, and how many companies use it. */
export type FeatureAdoption = { what: string; feature: FeatureUsed; companies: number }

/**
 * How many companies have each plan, and how many used what Portico offers in the thirty days before. What they set
 * inside their own pages is their content and not counted.
 */
export async function readAdoption(
  tx: PlatformTx,
): Promise<{ plans: PlanAdoption[]; uses: FeatureAdoption[] }> {
  const plans = await tx.$queryRaw<PlanAdoption[]>`
    select v.plan, min(v.name) as what, count(distinct a.tenant_id)::int as companies
    from platform.plan_versions v
      left join platform.subscriptions s on s.plan_version_id = v.id and s.ends_on is null
      left join platform.accounts a on a.tenant_id = s.tenant_id and a.state = any(${[...plannedStates]}::text[])
    group by v.plan order by 3 desc, 2`
  const counted = await tx.$queryRaw<{ feature: FeatureUsed; companies: number }[]>`
    select w.feature, count(distinct w.tenant_id)::int as companies from (${usedBy}) w
    join platform.accounts a on a.tenant_id = w.tenant_id group by 1`
  const by = new Map(counted.map(({ feature, companies }) => [feature, companies]))
  const uses = featuresUsed.map(({ value, label }) => ({
    what: label,
    feature: value,
    companies: by.get(value) ?? 0,
  }))
  return { plans, uses: uses.sort((a, b) => b.companies - a.companies) }
}
