import { sql } from '@/lib/db/sql'
import { type Choice, defineList, sortBy } from '@/lib/lists/define-list'

/** Where a tenant stands, in words. */
export const tenantStatuses: readonly Choice[] = [
  { value: 'provisioning', label: 'Being set up', tone: 'info' },
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'suspended', label: 'Suspended', tone: 'caution' },
  { value: 'closed', label: 'Closed', tone: 'neutral' },
]

/** What a tenant manages, in words. */
export const tenantKinds: readonly Choice[] = [
  { value: 'associations', label: 'Associations' },
  { value: 'rentals', label: 'Rentals' },
  { value: 'both', label: 'Both' },
]

/** Every tenant as the directory knows it. */
export const tenantList = defineList({
  id: 'tenants',
  from: sql`platform.tenants t`,
  key: sql`t.id`,
  search: pattern => sql`(lower(t.name) like ${pattern} or t.slug like ${pattern})`,
  defaultSort: { column: 'createdAt', direction: 'desc' },
  columns: {
    name: {
      label: 'Company',
      kind: 'text',
      sql: sql`t.name`,
      sort: sortBy('text', sql`lower(t.name)`),
      fixed: true,
    },
    slug: { label: 'Address', kind: 'text', sql: sql`t.slug`, sort: sortBy('text', sql`t.slug`) },
    kind: { label: 'Manages', kind: 'choice', sql: sql`t.kind`, choices: tenantKinds, filter: true },
    status: { label: 'Status', kind: 'choice', sql: sql`t.status`, choices: tenantStatuses, filter: true },
    reason: { label: 'Reason', kind: 'text', sql: sql`t.status_reason`, hidden: true },
    createdAt: {
      label: 'Signed up',
      kind: 'instant',
      sql: sql`t.created_at`,
      sort: sortBy('instant', sql`t.created_at`),
      filter: true,
    },
  },
})
