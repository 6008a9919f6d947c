import type { PlatformTx } from '@/lib/db/as-platform'

export type Tier = 'basic' | 'pro' | 'enterprise'

/** Puts a company on one tier from today (UTC), in place of every plan it has. For companies on trial, who pay nothing yet. */
export async function chooseTier(tx: PlatformTx, tenantId: string, tier: Tier): Promise<void> {
  await tx.$executeRaw`
    update platform.subscriptions set ends_on = greatest(starts_on, (now() at time zone 'UTC')::date)
    where tenant_id = ${tenantId}::uuid and ends_on is null`
  const opened = await tx.$executeRaw`
    insert into platform.subscriptions (tenant_id, kind, plan_version_id, starts_on)
    select ${tenantId}::uuid, v.kind, v.id, (now() at time zone 'UTC')::date from platform.plan_versions v
    where v.id = platform.version_for_sale(${tier}, (now() at time zone 'UTC')::date)`
  if (opened === 0) throw new Error(`no version of the plan ${tier} is for sale`)
}
