import { roleLabels, roles, staffRoles } from '@/lib/auth/permissions'
import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { personStates } from './rules'

const state = sql`case when u.suspended_at is not null then 'suspended'
  when u.email_verified_at is null and u.password_hash is null then 'invited' else 'active' end`

/** The people who sign in to a tenant; its own people unless others are asked for. */
export const peopleList = defineList({
  id: 'users',
  can: 'user:read',
  from: sql`app.users u`,
  key: sql`u.id`,
  search: [sql`u.search_text`],
  defaultSort: { column: 'name', direction: 'asc' },
  defaultFilters: { role: [...staffRoles] },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: sql`u.name`,
      sort: sortBy('text', sql`app.normalise(u.name) collate "C"`),
      fixed: true,
    },
    email: {
      label: 'Email',
      kind: 'text',
      sql: sql`u.email`,
      sort: sortBy('text', sql`u.email`),
    },
    role: {
      label: 'Role',
      kind: 'choice',
      sql: sql`u.role`,
      choices: roles.map(role => ({ value: role, label: roleLabels[role] })),
      filter: true,
    },
    state: { label: 'Access', kind: 'choice', sql: state, choices: personStates, filter: true },
    associations: {
      label: 'Associations',
      kind: 'text',
      sql: sql`case when u.scope = 'all' then null else (select count(*) || ' chosen' from app.user_associations x
        where x.tenant_id = u.tenant_id and x.user_id = u.id) end`,
    },
    lastSeenAt: {
      label: 'Last signed in',
      kind: 'instant',
      sql: sql`u.last_seen_at`,
      filter: true,
      sort: [{ kind: 'instant', sql: sql`u.last_seen_at`, nullable: true }],
    },
    addedAt: {
      label: 'Added',
      kind: 'instant',
      sql: sql`u.created_at`,
      filter: true,
      sort: sortBy('id', sql`u.id`),
      hidden: true,
    },
  },
})
