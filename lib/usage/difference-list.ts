import { type Sql, sql } from '@/lib/db/sql'
import { type Choice, defineList, sortBy } from '@/lib/lists/define-list'
import { meterNames, meters } from '@/lib/plans/plan'

/** What was held against what. */
const subjects: readonly Choice[] = [
  { value: 'records', label: 'Records and facts' },
  { value: 'days', label: 'Days and facts' },
  { value: 'months', label: 'Months and their days' },
  { value: 'month-days', label: 'Months and how many days they have' },
  { value: 'facts', label: 'Kept counts and facts' },
  { value: 'upcoming', label: 'Next bill and Stripe’s' },
  { value: 'unsent', label: 'Use that Stripe did not take' },
]

/** A figure in words: a bill's in whole units with its currency, which has two decimals; a count as it is. */
const written = (figure: Sql) => sql`case when d.kind = 'invoice'
  then to_char((${figure}) / 100.0, 'FM999,999,999,990.00') || ' ' ||
    (select a.currency from platform.accounts a where a.tenant_id = d.tenant_id)
  else to_char(${figure}, 'FM999,999,999,999,990') end`

/** Figures that do not agree with a recount or with Stripe, of every company; open ones unless asked otherwise. */
export const differenceList = defineList({
  id: 'differences',
  from: sql`platform.differences d join platform.tenants t on t.id = d.tenant_id`,
  key: sql`d.id`,
  search: pattern => sql`(lower(t.name) like ${pattern} or t.slug like ${pattern})`,
  defaultSort: { column: 'foundAt', direction: 'desc' },
  defaultFilters: { resolvedAt: ['~empty'] },
  columns: {
    tenant: { label: 'Company', kind: 'text', sql: sql`t.name`, fixed: true },
    tenantId: { label: 'Company id', kind: 'id', sql: sql`d.tenant_id`, inner: true },
    kind: {
      label: 'What',
      kind: 'choice',
      sql: sql`d.kind`,
      choices: [
        { value: 'usage', label: 'Usage' },
        { value: 'invoice', label: 'Invoice' },
      ],
      filter: true,
    },
    subject: { label: 'Compared', kind: 'choice', sql: sql`d.subject`, choices: subjects },
    meter: {
      label: 'Meter',
      kind: 'choice',
      sql: sql`d.meter`,
      choices: meterNames.map(value => ({ value, label: meters[value].title })),
      filter: true,
    },
    onDay: { label: 'Day', kind: 'date', sql: sql`d.on_day`, filter: true },
    ours: { label: 'Ours', kind: 'text', sql: written(sql`d.ours`) },
    recount: { label: 'Recount', kind: 'text', sql: written(sql`d.recount`) },
    off: { label: 'Off by', kind: 'text', sql: written(sql`coalesce(d.ours, 0) - coalesce(d.recount, 0)`) },
    foundAt: {
      label: 'Found',
      kind: 'instant',
      sql: sql`d.found_at`,
      filter: true,
      sort: sortBy('instant', sql`d.found_at`),
    },
    resolvedAt: { label: 'Resolved', kind: 'instant', sql: sql`d.resolved_at`, filter: true, hidden: true },
  },
})
