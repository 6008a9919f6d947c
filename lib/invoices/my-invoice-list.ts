import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { invoiceStatuses } from './rules'

// Months of bills are those of UTC, and so are the days on which they are issued.
const issuedOn = sql`(coalesce(i.issued_at, i.period_ends_at) at time zone 'UTC')::date`

/** The company's own invoices, the newest first. */
export const myInvoiceList = defineList({
  id: 'my-invoices',
  can: 'billing:read',
  from: sql`app.my_invoices() i`,
  key: sql`i.id`,
  search: pattern => sql`lower(i.number) like ${pattern}`,
  defaultSort: { column: 'issuedOn', direction: 'desc' },
  columns: {
    number: { label: 'Number', kind: 'text', sql: sql`i.number`, fixed: true },
    status: { label: 'Status', kind: 'choice', sql: sql`i.status`, choices: invoiceStatuses, filter: true },
    issuedOn: {
      label: 'Issued',
      kind: 'date',
      sql: issuedOn,
      sort: sortBy('date', issuedOn),
      filter: true,
    },
    total: {
      label: 'Total',
      kind: 'money',
      currency: 'currency',
      sql: sql`i.total_minor::text`,
      sort: sortBy('number', sql`i.total_minor`),
    },
    due: {
      label: 'Still due',
      kind: 'money',
      currency: 'currency',
      sql: sql`case when i.status = 'open' then i.due_minor - i.paid_minor else 0 end::text`,
    },
    pdf: { label: 'PDF', kind: 'text', sql: sql`case when i.pdf_url is not null then 'Download' end` },
    currency: { label: 'Currency', kind: 'text', sql: sql`i.currency`, inner: true },
    pdfUrl: { label: 'PDF address', kind: 'text', sql: sql`i.pdf_url`, inner: true },
  },
})
