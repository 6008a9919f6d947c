import { type Actor, can } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type Activity, listRecentActivity } from './list-recent-activity'

export type OverviewCounts = {
  associations: number
  units: number
  homeowners: number
  /** Homeowners who were invited to the portal, whether or not they have signed in. */
  invited: number
}

export type Overview = { counts: OverviewCounts; activity: Activity[] }

type CountRow = { [K in keyof OverviewCounts]: bigint | number | null }

async function readCounts(tx: TenantTx): Promise<OverviewCounts> {
  const rows = await tx.$queryRaw<CountRow[]>`
    select a.associations, a.units, h.homeowners, h.invited
    from (select count(*) as associations, coalesce(sum(unit_count), 0) as units
          from app.associations where tenant_id = app.current_tenant() and status = 'active') a,
         (select count(*) as homeowners, count(user_id) as invited
          from app.homeowners where tenant_id = app.current_tenant() and status = 'active') h`
  const row = rows[0]
  if (!row) throw new Error('the tenant has no profile row')
  const { associations, units, homeowners, invited } = row
  return {
    associations: Number(associations),
    units: Number(units),
    homeowners: Number(homeowners),
    invited: Number(invited),
  }
}

/** Reads what the home page of the back office shows: counts, and what was done last. */
export async function readOverview(tx: TenantTx, actor: Actor): Promise<Overview> {
  const counts = await readCounts(tx)
  const activity = can(actor, 'audit:read') ? await listRecentActivity(tx) : []
  return { counts, activity }
}
