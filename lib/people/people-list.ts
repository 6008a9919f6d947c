import { roleLabels, roles, staffRoles } from '@/lib/auth/permissions'
import { Prisma } from '@/lib/db/generated/client'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { personStates } from './rules'

const state = Prisma.sql`case when u.suspended_at is not null then 'suspended'
  when u.email_verified_at is null and u.password_hash is null then 'invited' else 'active' end`

/** The people who sign in to a tenant; its own people unless others are asked for. */
export const peopleList = defineList({
  id: 'people',
  can: 'user:read',
  from: Prisma.sql`app.users u`,
  key: Prisma.sql`u.id`,
  search: [Prisma.sql`u.search_text`],
  defaultSort: { column: 'name', direction: 'asc' },
  defaultFilters: { role: [...staffRoles] },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: Prisma.sql`u.name`,
      sort: sortBy('text', Prisma.sql`app.normalise(u.name) collate "C"`),
      fixed: true,
    },
    email: {
      label: 'Email',
      kind: 'text',
      sql: Prisma.sql`u.email`,
      sort: sortBy('text', Prisma.sql`u.email`),
    },
    role: {
      label: 'Role',
      kind: 'choice',
      sql: Prisma.sql`u.role`,
      choices: roles.map(role => ({ value: role, label: roleLabels[role] })),
      filter: true,
    },
    state: { label: 'Access', kind: 'choice', sql: state, choices: personStates, filter: true },
    associations: {
      label: 'Associations',
      kind: 'text',
      sql: Prisma.sql`case when u.scope = 'all' then null else (select count(*) || ' chosen' from app.user_associations x
        where x.tenant_id = u.tenant_id and x.user_id = u.id) end`,
    },
    lastSeenAt: {
      label: 'Last signed in',
      kind: 'instant',
      sql: Prisma.sql`u.last_seen_at`,
      filter: true,
      sort: [{ kind: 'instant', sql: Prisma.sql`u.last_seen_at`, nullable: true }],
    },
    addedAt: {
      label: 'Added',
      kind: 'instant',
      sql: Prisma.sql`u.created_at`,
      filter: true,
      sort: sortBy('id', Prisma.sql`u.id`),
      hidden: true,
    },
  },
})
