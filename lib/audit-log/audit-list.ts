import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { describeAction, describeFields, describeSubject } from './describe-action'

// The fields an entry is about; arrays of facts name none.
const changed = sql`(select string_agg(k, ', ' order by k) from (
    select jsonb_object_keys(case when jsonb_typeof(e.after) = 'object' then e.after else '{}' end)
    union select jsonb_object_keys(case when jsonb_typeof(e.before) = 'object' then e.before else '{}' end)) keys(k))`

/** Who did what in the tenant, the latest first. */
export const auditList = defineList({
  id: 'audit',
  can: 'audit:read',
  from: sql`app.audit_entries e`,
  joined: {
    alias: 'e',
    sql: sql`left join app.users u on u.tenant_id = e.tenant_id and u.id = e.user_id`,
  },
  key: sql`e.id`,
  search: [sql`e.search_text`],
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
    person: { label: 'Who', kind: 'text', sql: sql`coalesce(u.name, e.guest_name || ' of Portico')` },
    personId: { label: 'Who', kind: 'id', sql: sql`e.user_id`, filter: true, inner: true },
    visitId: { label: 'Visit', kind: 'id', sql: sql`e.visit_id`, filter: true, inner: true },
    via: { label: 'Via', kind: 'text', sql: sql`e.via`, inner: true },
    action: {
      label: 'What',
      kind: 'text',
      sql: sql`e.action`,
      say: describeAction,
      filter: true,
      fixed: true,
    },
    subject: { label: 'Subject', kind: 'text', sql: sql`e.subject_label`, say: describeSubject },
    subjectType: {
      label: 'Kind of subject',
      kind: 'text',
      sql: sql`e.subject_type`,
      filter: true,
      hidden: true,
    },
    subjectId: { label: 'Subject’s id', kind: 'id', sql: sql`e.subject_id`, filter: true, inner: true },
    changed: { label: 'Fields', kind: 'text', sql: changed, say: describeFields },
  },
})
