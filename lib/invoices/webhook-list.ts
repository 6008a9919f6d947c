import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'

/** Stripe's events as they were received; each counted once however often it came. */
export const webhookList = defineList({
  id: 'webhooks',
  from: sql`(select md5(id)::uuid as row_id, * from platform.webhook_events) w left join platform.tenants t on t.id = w.tenant_id`,
  key: sql`w.row_id`,
  search: pattern =>
    sql`(lower(w.type) like ${pattern} or lower(w.id) like ${pattern} or lower(w.object_id) like ${pattern} or lower(t.name) like ${pattern})`,
  defaultSort: { column: 'receivedAt', direction: 'desc' },
  columns: {
    receivedAt: {
      label: 'Received',
      kind: 'instant',
      sql: sql`w.received_at`,
      sort: sortBy('instant', sql`w.received_at`),
      filter: true,
      fixed: true,
    },
    type: { label: 'Event', kind: 'text', sql: sql`w.type`, sort: sortBy('text', sql`w.type`) },
    outcome: {
      label: 'Outcome',
      kind: 'choice',
      sql: sql`w.outcome`,
      choices: [
        { value: 'applied', label: 'Applied', tone: 'positive' },
        { value: 'ignored', label: 'Ignored', tone: 'neutral' },
      ],
      filter: true,
    },
    company: { label: 'Company', kind: 'text', sql: sql`t.name` },
    tenantId: { label: 'Company', kind: 'id', sql: sql`w.tenant_id`, inner: true },
    object: { label: 'Object', kind: 'text', sql: sql`w.object_id` },
    deliveries: { label: 'Deliveries', kind: 'number', sql: sql`w.deliveries` },
    event: { label: 'Id', kind: 'text', sql: sql`w.id`, hidden: true },
    createdAt: { label: 'Happened', kind: 'instant', sql: sql`w.created_at`, hidden: true },
  },
})
