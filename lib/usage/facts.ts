import { type Sql, sql } from '@/lib/db/sql'
import type { Meter } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'

/** UTC days from the first up to, not including, the second. */
export type Days = { from: LocalDate; until: LocalDate }

/** How a meter is counted. `days` reads rows of (day, quantity bigint); days that are left out are zero. */
type Fact = {
  /** In the tenant's own context, or as the platform, which must name the tenant. */
  where: 'tenant' | 'platform'
  days(days: Days, tenantId: string): Sql
  /** Of a level whose changes are kept: what the rows themselves add up to right now. */
  rowsNow?: Sql
}

/** A level as it stood at the end of each day. */
const level = (meter: Meter, rowsNow: Sql): Fact => ({
  where: 'tenant',
  rowsNow,
  days: ({ from, until }) => sql`
    select d::date as day, coalesce(sum(m.change) over (order by d), 0)::bigint as quantity
    from generate_series(${from}::date::timestamp, ${until}::date::timestamp - interval '1 day', interval '1 day') d
      left join (select greatest(on_day, ${from}::date) as day, sum(change) as change from app.usage_changes
        where meter = ${meter} and on_day < ${until}::date group by 1) m on m.day = d::date`,
})

/** Messages that were taken on each day, by the platform's account or the company's own. */
const sent = (channel: 'email' | 'sms'): Fact => ({
  where: 'tenant',
  days: ({ from, until }) => sql`
    select app.utc_day(sent_at) as day, count(*) as quantity from app.messages
    where channel = ${channel} and sent_at >= ${from}::date::timestamp at time zone 'UTC'
      and sent_at < ${until}::date::timestamp at time zone 'UTC' group by 1`,
})

/**
 * How each meter is counted from the facts, for any past days alike. A meter that is not here has no facts yet and is
 * nowhere shown as zero; once it is here, its days since the company began are counted by the next round.
 */
export const facts: Partial<Record<Meter, Fact>> = {
  homeowners: level('homeowners', sql`select count(*) from app.homeowners where archived_at is null`),
  users: level('users', sql`select count(*) from app.users where app.counts_as_user(role, suspended_at)`),
  'storage-bytes': level(
    'storage-bytes',
    sql`select coalesce(sum(size_bytes), 0) from app.files where completed_at is not null`,
  ),
  emails: sent('email'),
  texts: sent('sms'),
  'api-calls': {
    where: 'platform',
    days: ({ from, until }, tenantId) => sql`
      select on_day as day, sum(calls)::bigint as quantity from platform.api_calls
      where tenant_id = ${tenantId}::uuid and on_day >= ${from}::date and on_day < ${until}::date group by 1`,
  },
}

/** The meters that have facts. */
export const metersInUse = Object.keys(facts) as Meter[]
