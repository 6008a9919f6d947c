import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { invoiceStatuses } from './rules'

const stillDue = sql`case when i.status = 'open' then i.due_minor - i.paid_minor else 0 end`
const issued = sql`coalesce(i.issued_at, i.fetched_at)`

/** Every company's invoices, as Stripe has them; for platform admins. */
export const platformInvoiceList = defineList({
  id: 'platform-invoices',
  from: sql`platform.invoices i join platform.tenants t on t.id = i.tenant_id`,
  key: sql`i.id`,
  search: pattern => sql`(lower(t.name) like ${pattern} or lower(i.number) like ${pattern})`,
  defaultSort: { column: 'issuedAt', direction: 'desc' },
  columns: {
    company: { label: 'Company', kind: 'text', sql: sql`t.name`, sort: sortBy('text', sql`lower(t.name)`) },
    tenantId: { label: 'Company', kind: 'id', sql: sql`i.tenant_id`, filter: true, inner: true },
    total: {
      label: 'Total',
      kind: 'money',
      currency: 'currency',
      sql: sql`i.total_minor::text`,
      sort: sortBy('number', sql`i.total_minor`),
    },
    status: { label: 'Status', kind: 'choice', sql: sql`i.status`, choices: invoiceStatuses, filter: true },
    number: {
      label: 'Number',
      kind: 'text',
      sql: sql`coalesce(i.number, case when i.status = 'draft' then 'Draft' else 'No number' end)`,
      fixed: true,
    },
    due: { label: 'Still due', kind: 'money', currency: 'currency', sql: sql`(${stillDue})::text` },
    currency: { label: 'Currency', kind: 'text', sql: sql`i.currency`, inner: true },
    issuedAt: {
      label: 'Issued',
      kind: 'instant',
      sql: issued,
      sort: sortBy('instant', issued),
      filter: true,
    },
    paidAt: { label: 'Paid', kind: 'instant', sql: sql`i.paid_at` },
    attempts: { label: 'Attempts', kind: 'number', sql: sql`i.attempts`, hidden: true },
    page: { label: 'Page', kind: 'text', sql: sql`i.page_url`, inner: true },
  },
})
