import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantTx } from '@/lib/db/in-tenant'
import { sql } from '@/lib/db/sql'
import type { Meter } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'

/** UTC days from the first up to, not including, the second. */
export type Days = { from: LocalDate; until: LocalDate }

/** What a meter says of a day; days that are left out are zero. */
export type DayCount = { day: LocalDate; quantity: bigint }

type TenantFact = {
  where: 'tenant'
  days(tx: TenantTx, days: Days): Promise<DayCount[]>
  /** What the kept changes add up to, and what the rows themselves say right now, in one look. */
  standing?(tx: TenantTx): Promise<{ kept: bigint; counted: bigint }>
}

type PlatformFact = {
  where: 'platform'
  days(tx: PlatformTx, tenantId: string, days: Days): Promise<DayCount[]>
}

/** A level as it stood at the end of each day. */
function levels(tx: TenantTx, meter: Meter, { from, until }: Days): Promise<DayCount[]> {
  return tx.$queryRaw<DayCount[]>`
    with moved as (
      select greatest(on_day, ${from}::date) as day, sum(change) as change from app.usage_changes
      where meter = ${meter} and on_day < ${until}::date group by 1)
    select d::date::text as day, coalesce(sum(m.change) over (order by d), 0)::bigint as quantity
    from generate_series(${from}::date::timestamp, ${until}::date::timestamp - interval '1 day', interval '1 day') d
      left join moved m on m.day = d::date`
}

/** Messages that a provider took on each day. */
function sent(tx: TenantTx, channel: 'email' | 'sms', { from, until }: Days): Promise<DayCount[]> {
  return tx.$queryRaw<DayCount[]>`
    select app.utc_day(sent_at)::text as day, count(*) as quantity from app.messages
    where channel = ${channel} and sent_at >= ${from}::date::timestamp at time zone 'UTC'
      and sent_at < ${until}::date::timestamp at time zone 'UTC' group by 1`
}

const rowsNow = {
  homeowners: sql`select count(*) from app.homeowners where archived_at is null`,
  users: sql`select count(*) from app.users where app.counts_as_user(role, suspended_at)`,
  'storage-bytes': sql`select coalesce(sum(size_bytes), 0) from app.files where completed_at is not null`,
}

async function standing(tx: TenantTx, meter: keyof typeof rowsNow) {
  const [row] = await tx.$queryRaw<{ kept: bigint; counted: bigint }[]>`
    select (select coalesce(sum(change), 0) from app.usage_changes where meter = ${meter})::bigint as kept,
      (${rowsNow[meter]})::bigint as counted`
  return row ?? { kept: 0n, counted: 0n }
}

const level = (meter: keyof typeof rowsNow): TenantFact => ({
  where: 'tenant',
  days: (tx, days) => levels(tx, meter, days),
  standing: tx => standing(tx, meter),
})

/**
 * How each meter is counted from the facts, for any past days alike. A meter that is not here has no facts yet and is
 * nowhere shown as zero; once it is here, its days since the company began are counted by the next round.
 */
export const facts: Partial<Record<Meter, TenantFact | PlatformFact>> = {
  homeowners: level('homeowners'),
  users: level('users'),
  'storage-bytes': level('storage-bytes'),
  emails: { where: 'tenant', days: (tx, days) => sent(tx, 'email', days) },
  texts: { where: 'tenant', days: (tx, days) => sent(tx, 'sms', days) },
  'api-calls': {
    where: 'platform',
    days: (tx, tenantId, { from, until }) => tx.$queryRaw<DayCount[]>`
      select on_day::text as day, sum(calls)::bigint as quantity from platform.api_calls
      where tenant_id = ${tenantId}::uuid and on_day >= ${from}::date and on_day < ${until}::date group by 1`,
  },
}

/** The meters that have facts. */
export const metersInUse = Object.keys(facts) as Meter[]
