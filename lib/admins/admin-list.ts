import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { adminRoles, adminStates } from './rules'

const state = sql`case when a.suspended_at is not null then 'suspended' when a.password_hash is null then 'invited' else 'active' end`
const lastSeen = sql`(select max(s.last_seen_at) from platform.admin_sessions s
  where s.admin_id = a.id and s.factor_passed_at is not null)`

/** The platform's own people, by name. */
export const adminList = defineList({
  id: 'admins',
  from: sql`platform.admins a`,
  key: sql`a.id`,
  search: pattern => sql`(lower(a.name) like ${pattern} or a.email like ${pattern})`,
  defaultSort: { column: 'name', direction: 'asc' },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: sql`a.name`,
      sort: sortBy('text', sql`lower(a.name)`),
      fixed: true,
    },
    email: { label: 'Email', kind: 'text', sql: sql`a.email`, sort: sortBy('text', sql`a.email`) },
    role: { label: 'Role', kind: 'choice', sql: sql`a.role`, choices: adminRoles, filter: true },
    state: { label: 'Access', kind: 'choice', sql: state, choices: adminStates, filter: true },
    enrolled: {
      label: 'Second factor',
      kind: 'flag',
      sql: sql`a.factor_enrolled_at is not null`,
      filter: true,
    },
    lastSeenAt: { label: 'Last signed in', kind: 'instant', sql: lastSeen },
  },
})
