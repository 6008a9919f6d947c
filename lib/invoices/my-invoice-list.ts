import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { invoiceStatuses } from './rules'

/** The company's own invoices, the newest first. */
export const myInvoiceList = defineList({
  id: 'my-invoices',
  can: 'billing:read',
  from: sql`app.my_invoices() i`,
  key: sql`i.id`,
  search: pattern => sql`lower(i.number) like ${pattern}`,
  defaultSort: { column: 'issuedAt', direction: 'desc' },
  columns: {
    number: { label: 'Number', kind: 'text', sql: sql`i.number`, fixed: true },
    status: { label: 'Status', kind: 'choice', sql: sql`i.status`, choices: invoiceStatuses, filter: true },
    issuedAt: {
      label: 'Issued',
      kind: 'instant',
      sql: sql`i.issued_at`,
      sort: sortBy('instant', sql`coalesce(i.issued_at, i.period_ends_at)`),
      filter: true,
    },
    total: {
      label: 'Total',
      kind: 'number',
      sql: sql`i.total_minor::text`,
      sort: sortBy('number', sql`i.total_minor`),
    },
    due: {
      label: 'Still due',
      kind: 'number',
      sql: sql`case when i.status = 'open' then i.due_minor - i.paid_minor else 0 end::text`,
    },
    pdf: { label: 'PDF', kind: 'text', sql: sql`case when i.pdf_url is not null then 'Download' end` },
    currency: { label: 'Currency', kind: 'text', sql: sql`i.currency`, inner: true },
    pdfUrl: { label: 'PDF address', kind: 'text', sql: sql`i.pdf_url`, inner: true },
  },
})
