import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { meterNames, meters } from '@/lib/plans/plan'

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
      label: 'Of',
      kind: 'choice',
      sql: sql`d.kind`,
      choices: [
        { value: 'usage', label: 'Usage' },
        { value: 'invoice', label: 'Invoice' },
      ],
      filter: true,
    },
    subject: { label: 'Where', kind: 'text', sql: sql`d.subject` },
    meter: {
      label: 'Meter',
      kind: 'choice',
      sql: sql`d.meter`,
      choices: meterNames.map(value => ({ value, label: meters[value].title })),
      filter: true,
    },
    onDay: { label: 'Day', kind: 'date', sql: sql`d.on_day`, filter: true },
    ours: { label: 'Ours', kind: 'number', sql: sql`d.ours` },
    recount: { label: 'Recount', kind: 'number', sql: sql`d.recount` },
    off: { label: 'Off by', kind: 'number', sql: sql`coalesce(d.ours, 0) - coalesce(d.recount, 0)` },
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
