import type { AccountState } from '@/lib/auth/account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { Limits, PlanKind } from '@/lib/plans/plan'

/** A company's plan in force, for admins. */
export type PlanInForce = {
  id: string
  name: string
  kind: PlanKind
  baseMinor: bigint
  currency: string
  limits: Limits
  startsOn: string
}

/** A step of a company's account, for its timeline. */
export type TimelineStep = {
  id: string
  at: Date
  from: AccountState | null
  to: AccountState
  event: string
  reason: string | null
  admin: string | null
}

/** What a company used last, by meter. */
export type LatestUse = { meter: string; day: string; quantity: bigint }

/** A company as a customer: its account, plans, steps and latest use; nothing of what it keeps in Portico. */
export async function readCustomer(tx: PlatformTx, tenantId: string) {
  const account = await tx.platformAccount.findUnique({ where: { tenantId } })
  if (!account) return null
  const plans = await tx.$queryRaw<PlanInForce[]>`
    select v.id, v.name, v.kind, v.base_minor as "baseMinor", v.currency, v.limits, s.starts_on::text as "startsOn"
    from platform.subscriptions s join platform.plan_versions v on v.id = s.plan_version_id
    where s.tenant_id = ${tenantId}::uuid and s.ends_on is null order by v.kind desc`
  const timeline = await tx.$queryRaw<TimelineStep[]>`
    select c.id::text, c.at, c.from_state as from, c.to_state as to, c.event, c.reason, a.name as admin
    from platform.state_changes c left join platform.admins a on a.id = c.admin_id
    where c.tenant_id = ${tenantId}::uuid order by c.at desc, c.id desc limit 50`
  const use = await tx.$queryRaw<LatestUse[]>`
    select distinct on (meter) meter, on_day::text as day, quantity from platform.usage_days
    where tenant_id = ${tenantId}::uuid order by meter, on_day desc`
  return { account, plans, timeline, use }
}
