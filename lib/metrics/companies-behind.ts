import { type Sql, sql } from '@/lib/db/sql'
import { type ListColumn, sortBy } from '@/lib/lists/define-list'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import type { MetricName } from './catalogue'
import { revenueList } from './revenue-list'

/** The days a figure is of, both included. */
export type Period = { first: LocalDate; last: LocalDate }

const paid = (alias: Sql) => sql`${alias}.state in ('active', 'past_due')`
const begins = (day: LocalDate) => sql`(${day}::date)::timestamp at time zone 'UTC'`

/** Companies whose account took such a step in the period. */
const stepped = (step: Sql, { first, last }: Period) => sql`r.tenant_id in (select c.tenant_id
  from platform.state_changes c where c.at >= ${begins(first)} and c.at < ${begins(addDays(last, 1))} and ${step})`

/** What a company paid thirty days before the last day; null unless it paid then. */
const before = ({ last }: Period) => sql`(select b.mrr_minor from platform.revenue_days b
  where b.tenant_id = r.tenant_id and b.on_day = ${addDays(last, -30)}::date and ${paid(sql`b`)})`

const owed = ({
  last,
}: Period) => sql`coalesce((select sum(i.due_minor - case when i.status = 'paid' then 0 else i.paid_minor end)
  from platform.invoices i where i.tenant_id = r.tenant_id and i.status in ('open', 'uncollectible', 'paid') and i.failed_at is not null
    and i.issued_at < ${begins(addDays(last, 1))} and (i.paid_at is null or i.paid_at >= ${begins(addDays(last, 1))})), 0)::bigint`

const used = (
  meter: string,
  { first, last }: Period,
) => sql`coalesce((select sum(u.quantity) from platform.usage_days u
  where u.tenant_id = r.tenant_id and u.meter = ${meter} and u.on_day between ${first}::date and ${last}::date), 0)::bigint`

const money = (label: string, minor: Sql): ListColumn => ({
  label,
  kind: 'money',
  sql: sql`(${minor})::text`,
  sort: sortBy('number', minor),
})
const number = (label: string, value: Sql): ListColumn => ({
  label,
  kind: 'number',
  sql: value,
  sort: sortBy('number', value),
})

type Behind = { title: string; where: Sql; figure?: ListColumn }
const meter = (label: string, name: string) => (period: Period) => ({
  title: 'Companies',
  where: sql`${used(name, period)} > 0`,
  figure: number(label, used(name, period)),
})
const paying = () => ({ title: 'Paying companies', where: paid(sql`r`) })

const behind: Record<MetricName, (period: Period) => Behind> = {
  mrr: paying,
  arr: paying,
  paying,
  retention: period => ({
    title: 'Companies that paid thirty days before',
    where: sql`${before(period)} is not null`,
    figure: money('Thirty days before', sql`coalesce(${before(period)}, 0)`),
  }),
  churn: period => ({
    title: 'Companies that paid thirty days before and no longer do',
    where: sql`${before(period)} is not null and not ${paid(sql`r`)}`,
    figure: money('Thirty days before', sql`coalesce(${before(period)}, 0)`),
  }),
  conversion: ({ last }) => ({
    title: 'Companies whose trial ended within ninety days',
    where: stepped(sql`c.from_state = 'trialing' and c.to_state <> 'suspended'`, {
      first: addDays(last, -89),
      last,
    }),
  }),
  trialing: () => ({ title: 'Companies on trial', where: sql`r.state = 'trialing'` }),
  opened: period => ({ title: 'New companies', where: stepped(sql`c.event = 'opened'`, period) }),
  cancelled: period => ({ title: 'Lost companies', where: stepped(sql`c.to_state = 'cancelled'`, period) }),
  overdue: period => ({
    title: 'Companies with overdue invoices',
    where: sql`${owed(period)} > 0`,
    figure: money('Overdue', owed(period)),
  }),
  homeowners: ({ last }) => meter('Homeowners', 'homeowners')({ first: last, last }),
  storage: ({ last }) => meter('Bytes', 'storage-bytes')({ first: last, last }),
  emails: meter('Emails', 'emails'),
  texts: meter('Texts', 'texts'),
  'api-calls': meter('API calls', 'api-calls'),
}

/**
 * The companies that a figure is made of, as they stood at the end of its last day: what they are called, the list,
 * and what narrows it.
 */
export function companiesBehind(metric: MetricName, period: Period) {
  const { title, where, figure } = behind[metric](period)
  const list = revenueList(figure, metric === 'homeowners')
  return { title, list, where: sql`r.on_day = ${period.last}::date and ${where}` }
}
