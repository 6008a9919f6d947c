import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { joinSql, sql } from '@/lib/db/sql'
import { log } from '@/lib/log/log'
import type { Meter } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { type CountedDay, countFacts } from './count-facts'
import { type Days, facts, metersInUse } from './facts'
import { lockUsage } from './lock-usage'

type Standing = { meter: Meter; kept: string; counted: string }

/**
 * Counts a tenant's settled days of this and the last month again from the facts and compares them with the records,
 * days and months that bills are made of. What differs is kept for admins and logged as an error; what agrees again is
 * resolved.
 * @returns how many differences are open
 */
export async function reconcileTenant(tenantId: TenantId, now: Date): Promise<{ open: number }> {
  const found = await asPlatform(async tx => {
    await lockUsage(tx, tenantId)
    const days = await settledDays(tx, tenantId, now)
    if (!days) return []
    const counted = await countFacts(
      tx,
      tenantId,
      metersInUse.map(meter => ({ meter, ...days })),
    )
    const differences = await writeDifferences(tx, tenantId, days, counted, await standings(tenantId))
    await tx.$executeRaw`
      update platform.differences set resolved_at = now()
      where tenant_id = ${tenantId}::uuid and kind = 'usage' and resolved_at is null and seen_at < now()
        and (on_day is null or on_day >= date_trunc('month', ${days.from}::date::timestamp)::date)`
    return differences
  })
  const fresh = found.filter(one => one.fresh)
  if (fresh.length > 0)
    log().error({ tenantId, differences: fresh.length, first: fresh[0] }, 'usage differs from the facts')
  return { open: found.length }
}

async function settledDays(tx: PlatformTx, tenantId: TenantId, now: Date): Promise<Days | null> {
  const [days] = await tx.$queryRaw<Days[]>`
    select greatest(app.utc_day(created_at), date_trunc('month', today - interval '1 month')::date)::text as from,
      (today - 2)::text as until
    from platform.accounts, lateral (select app.utc_day(least(${now}::timestamptz, clock_timestamp())) as today) c
    where tenant_id = ${tenantId}::uuid`
  return days && days.from < days.until ? days : null
}

/** What the kept changes of each level add up to, and what its rows say right now, in one look. */
function standings(tenantId: TenantId): Promise<Standing[]> {
  const parts = metersInUse.flatMap(meter => {
    const rowsNow = facts[meter]?.rowsNow
    return rowsNow
      ? [
          sql`select ${meter}::text as meter, (${rowsNow})::text as counted,
            (select coalesce(sum(change), 0) from app.usage_changes where meter = ${meter})::text as kept`,
        ]
      : []
  })
  return inTenant(
    { tenantId, system: 'usage' },
    tx => tx.$queryRaw<Standing[]>`${joinSql(parts, ' union all ')}`,
  )
}

type Found = {
  fresh: boolean
  subject: string
  meter: Meter
  day: LocalDate | null
  ours: string | null
  recount: string
}

function writeDifferences(
  tx: PlatformTx,
  tenantId: TenantId,
  days: Days,
  counted: CountedDay[],
  standing: Standing[],
): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    with fact as (
      select * from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as f(meter text, day date, quantity bigint)
    ), records as (
      select meter, on_day as day, sum(quantity)::bigint as quantity from platform.usage_records
      where tenant_id = ${tenantId}::uuid and on_day >= ${days.from}::date and on_day < ${days.until}::date group by 1, 2
    ), days as (
      select meter, on_day as day, quantity from platform.usage_days
      where tenant_id = ${tenantId}::uuid and on_day >= date_trunc('month', ${days.from}::date::timestamp)::date
    ), months as (
      select meter, date_trunc('month', day::timestamp)::date as day, sum(quantity)::bigint as quantity,
        count(*)::bigint as days from days group by 1, 2
    ), found as (
      select 'records' as subject, meter, day, r.quantity as ours, f.quantity as recount
        from fact f left join records r using (meter, day) where r.quantity is distinct from f.quantity
      union all select 'days', meter, day, d.quantity, f.quantity
        from fact f left join days d using (meter, day) where d.quantity is distinct from f.quantity
      union all select 'months', s.meter, s.day, m.quantity, s.quantity
        from months s left join platform.usage_months m
          on m.tenant_id = ${tenantId}::uuid and m.meter = s.meter and m.month_on = s.day
        where m.quantity is distinct from s.quantity
      union all select 'month-days', s.meter, s.day, m.days, s.days
        from months s left join platform.usage_months m
          on m.tenant_id = ${tenantId}::uuid and m.meter = s.meter and m.month_on = s.day
        where m.days is distinct from s.days
      union all select 'facts', meter, null, kept, counted
        from jsonb_to_recordset(${JSON.stringify(standing)}::jsonb) as s(meter text, kept bigint, counted bigint)
        where kept <> counted
    )
    insert into platform.differences as d (tenant_id, kind, subject, meter, on_day, ours, recount)
    select ${tenantId}::uuid, 'usage', subject, meter, day, ours, recount from found
    on conflict (tenant_id, kind, subject, meter, on_day) where resolved_at is null
      do update set ours = excluded.ours, recount = excluded.recount, seen_at = now()
    returning d.found_at = now() as fresh, subject, meter, on_day::text as day, ours::text, recount::text`
}
