import { accountStateChoices } from '@/lib/accounts/states'
import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { companyName, companySearch } from './company-columns'
import { featuresUsed, usedBy } from './features-used'

const plans = sql`(select string_agg(v.name, ' + ' order by v.kind desc) from platform.subscriptions s
  join platform.plan_versions v on v.id = s.plan_version_id where s.tenant_id = t.id and s.ends_on is null)`
const planIds = (values: string[]) => sql`exists (select from platform.subscriptions s
  join platform.plan_versions v on v.id = s.plan_version_id
  where s.tenant_id = t.id and s.ends_on is null and v.plan = any(${values}))`
const latest = (meter: string) => sql`(select u.quantity from platform.usage_days u
  where u.tenant_id = t.id and u.meter = ${meter} order by u.on_day desc limit 1)`
const mrr = sql`coalesce((select r.mrr_minor from platform.revenue_days r where r.tenant_id = t.id order by r.on_day desc limit 1), 0)`
const overdue = sql`coalesce((select sum(i.due_minor - i.paid_minor) from platform.invoices i where i.tenant_id = t.id and i.status = 'open' and i.failed_at is not null), 0)`
const errors = sql`(select case when sum(h.requests) > 0 then round(sum(h.errors) * 1000.0 / sum(h.requests)) / 10 end
  from platform.request_hours h where h.tenant_id = t.id and h.hour_at > now() - interval '1 day')`

const used = sql`(select string_agg(w.feature, ', ' order by w.feature) from (${usedBy}) w where w.tenant_id = t.id)`
const uses = (values: string[]) =>
  sql`t.id in (select w.tenant_id from (${usedBy}) w where w.feature = any(${values}))`

/** What a company can have, as a filter offers it. */
export const planOptions = [
  { value: 'basic', label: 'Basic' },
  { value: 'pro', label: 'Pro' },
  { value: 'enterprise', label: 'Enterprise' },
  { value: 'per-homeowner', label: 'Per homeowner' },
] as const

/** Every company: its plan, standing, use, what it pays and how its pages do. Nothing of what it keeps in Portico. */
export const companyList = defineList({
  id: 'companies',
  from: sql`platform.tenants t join platform.accounts a on a.tenant_id = t.id`,
  key: sql`t.id`,
  search: companySearch,
  defaultSort: { column: 'createdAt', direction: 'desc' },
  columns: {
    name: companyName,
    state: { label: 'State', kind: 'choice', sql: sql`a.state`, choices: accountStateChoices, filter: true },
    plan: { label: 'Plan', kind: 'text', sql: plans, filter: planIds },
    uses: {
      label: 'Uses',
      kind: 'text',
      sql: used,
      say: text =>
        featuresUsed.flatMap(one => (text.split(', ').includes(one.value) ? one.label : [])).join(', '),
      filter: uses,
      hidden: true,
    },
    mrr: { label: 'Monthly revenue', kind: 'money', sql: sql`(${mrr})::text`, sort: sortBy('number', mrr) },
    overdue: {
      label: 'Overdue',
      kind: 'money',
      sql: sql`(${overdue})::text`,
      sort: sortBy('number', overdue),
    },
    homeowners: { label: 'Homeowners', kind: 'number', sql: latest('homeowners') },
    users: { label: 'Users', kind: 'number', sql: latest('users') },
    errors: { label: 'Errors in a day (%)', kind: 'number', sql: errors },
    slug: {
      label: 'Address',
      kind: 'text',
      sql: sql`t.slug`,
      sort: sortBy('text', sql`t.slug`),
      hidden: true,
    },
    createdAt: {
      label: 'Signed up',
      kind: 'instant',
      sql: sql`t.created_at`,
      sort: sortBy('instant', sql`t.created_at`),
      filter: true,
    },
    trialEndsAt: {
      label: 'Trial ends',
      kind: 'instant',
      sql: sql`a.trial_ends_at`,
      sort: sortBy('instant', sql`a.trial_ends_at`),
      hidden: true,
    },
  },
})
