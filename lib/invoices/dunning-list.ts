import { accountStateChoices } from '@/lib/accounts/states'
import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'

const due = sql`i.due_minor - i.paid_minor`
const next = sql`i.next_attempt_at`

/** Invoices of which a payment failed and that are still open, the oldest first. */
export const dunningList = defineList({
  id: 'dunning',
  from: sql`(select * from platform.invoices where status = 'open' and failed_at is not null) i
    join platform.tenants t on t.id = i.tenant_id join platform.accounts a on a.tenant_id = i.tenant_id`,
  key: sql`i.id`,
  search: pattern => sql`(lower(t.name) like ${pattern} or lower(i.number) like ${pattern})`,
  defaultSort: { column: 'issuedAt', direction: 'asc' },
  columns: {
    company: {
      label: 'Company',
      kind: 'text',
      sql: sql`t.name`,
      sort: sortBy('text', sql`lower(t.name)`),
      fixed: true,
    },
    tenantId: { label: 'Company', kind: 'id', sql: sql`i.tenant_id`, inner: true },
    number: { label: 'Invoice', kind: 'text', sql: sql`i.number` },
    due: {
      label: 'Due',
      kind: 'money',
      currency: 'currency',
      sql: sql`(${due})::text`,
      sort: sortBy('number', due),
    },
    currency: { label: 'Currency', kind: 'text', sql: sql`i.currency`, inner: true },
    state: { label: 'Account', kind: 'choice', sql: sql`a.state`, choices: accountStateChoices },
    attempts: { label: 'Attempts', kind: 'number', sql: sql`i.attempts` },
    nextAt: { label: 'Next attempt', kind: 'instant', sql: next },
    issuedAt: {
      label: 'Issued',
      kind: 'instant',
      sql: sql`i.issued_at`,
      sort: [{ kind: 'instant', sql: sql`i.issued_at`, nullable: true }],
    },
    page: { label: 'Page', kind: 'text', sql: sql`i.page_url`, inner: true },
  },
})
