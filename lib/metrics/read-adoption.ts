import type { PlatformTx } from '@/lib/db/as-platform'

/** How many companies have or use something. */
export type Adoption = { what: string; companies: number }

/** A plan, and how many companies have it. */
export type PlanAdoption = Adoption & { plan: string }

/**
 * How many companies have each plan, and how many used what Portico offers in the thirty days before. What they set
 * inside their own pages is their content and not counted.
 */
export async function readAdoption(tx: PlatformTx): Promise<{ plans: PlanAdoption[]; uses: Adoption[] }> {
  const plans = await tx.$queryRaw<PlanAdoption[]>`
    select v.plan, min(v.name) as what, count(a.tenant_id)::int as companies
    from platform.plan_versions v
      left join platform.subscriptions s on s.plan_version_id = v.id and s.ends_on is null
      left join platform.accounts a on a.tenant_id = s.tenant_id and a.state in ('trialing', 'active', 'past_due')
    group by v.plan order by 3 desc, 2`
  const uses = await tx.$queryRaw<Adoption[]>`
    select w.what, count(distinct u.tenant_id)::int as companies
    from (values ('emails', 'Emails'), ('texts', 'Text messages'), ('api-calls', 'API'),
      ('storage-bytes', 'File storage')) w (meter, what)
    left join platform.usage_days u on u.meter = w.meter and u.quantity > 0 and u.on_day > (now() at time zone 'UTC')::date - 30
    group by w.meter, w.what
    union all
    select 'Own domain', count(distinct tenant_id)::int from platform.domains where verified_at is not null
    order by 2 desc, 1`
  return { plans, uses }
}
