import { type Actor, can } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type Activity, listRecentActivity } from './list-recent-activity'
import { type OverviewCounts, type Step, stepsFor } from './rules'

export type Overview = { counts: OverviewCounts; steps: Step[]; activity: Activity[] }

type CountRow = { [K in keyof OverviewCounts]: bigint | number | boolean | null }

async function readCounts(tx: TenantTx): Promise<OverviewCounts> {
  const rows = await tx.$queryRaw<CountRow[]>`
    select a.associations, a.units, h.homeowners, h."onPortal", u.team, t."hasLogo"
    from (select count(*) as associations, coalesce(sum(unit_count), 0) as units
          from app.associations where tenant_id = app.current_tenant() and status = 'active') a,
         (select count(*) as homeowners, count(user_id) as "onPortal"
          from app.homeowners where tenant_id = app.current_tenant() and status = 'active') h,
         (select count(*) as team from app.users where tenant_id = app.current_tenant()
            and role in ('admin', 'manager', 'accountant', 'staff', 'agent') and suspended_at is null) u,
         (select logo_file_id is not null as "hasLogo" from app.tenants where tenant_id = app.current_tenant()) t`
  const row = rows[0]
  if (!row) throw new Error('the tenant has no profile row')
  const { associations, units, homeowners, onPortal, team, hasLogo } = row
  return {
    associations: Number(associations),
    units: Number(units),
    homeowners: Number(homeowners),
    onPortal: Number(onPortal),
    team: Number(team),
    hasLogo: hasLogo === true,
  }
}

/** Reads what the home page of the back office shows: counts, what to do next, and what was done last. */
export async function readOverview(tx: TenantTx, actor: Actor): Promise<Overview> {
  const counts = await readCounts(tx)
  const activity = can(actor, 'audit:read') ? await listRecentActivity(tx) : []
  return { counts, steps: stepsFor(counts, permission => can(actor, permission)), activity }
}
