import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { describePlatformAction } from './describe-platform-action'
import { describePlatformDetail } from './describe-platform-detail'

/** What platform admins did, the latest first. */
export const platformAuditList = defineList({
  id: 'platform-audit',
  from: sql`platform.audit_entries e`,
  joined: {
    alias: 'e',
    sql: sql`left join platform.admins a on a.id = e.admin_id left join platform.tenants t on t.id = e.tenant_id`,
  },
  key: sql`e.id`,
  search: pattern => sql`(lower(t.name) like ${pattern} or lower(a.name) like ${pattern})`,
  defaultSort: { column: 'at', direction: 'desc' },
  columns: {
    at: {
      label: 'When',
      kind: 'instant',
      sql: sql`e.at`,
      sort: sortBy('instant', sql`e.at`),
      filter: true,
      fixed: true,
    },
    action: { label: 'What', kind: 'text', sql: sql`e.action`, say: describePlatformAction, filter: true },
    admin: {
      label: 'Who',
      kind: 'text',
      sql: sql`coalesce(a.name, case when e.detail ->> 'from' = 'command line' then 'Operator' end)`,
    },
    adminId: { label: 'Who', kind: 'id', sql: sql`e.admin_id`, filter: true, inner: true },
    tenant: { label: 'Company', kind: 'text', sql: sql`t.name` },
    tenantId: { label: 'Company', kind: 'id', sql: sql`e.tenant_id`, filter: true, inner: true },
    detail: {
      label: 'Detail',
      kind: 'text',
      sql: sql`e.detail::text`,
      say: describePlatformDetail,
    },
  },
})
