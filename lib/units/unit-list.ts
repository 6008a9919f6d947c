import { Prisma } from '@/lib/db/generated/client'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { unitStatuses } from './schema'

/** The units of a tenant, each with its association. */
export const unitList = defineList({
  id: 'units',
  can: 'unit:read',
  from: Prisma.sql`app.units u`,
  joined: {
    alias: 'u',
    sql: Prisma.sql`join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id`,
  },
  key: Prisma.sql`u.id`,
  search: pattern =>
    Prisma.sql`(u.search_text like ${pattern} or u.association_id in (select id from app.associations where search_text like ${pattern}))`,
  plainTotal: Prisma.sql`select coalesce(sum(unit_count), 0) from app.associations`,
  defaultSort: { column: 'label', direction: 'asc' },
  defaultFilters: { status: ['active'] },
  columns: {
    label: {
      label: 'Unit',
      kind: 'text',
      sql: Prisma.sql`u.label`,
      sort: sortBy('text', Prisma.sql`u.label_sort`),
    },
    association: {
      label: 'Association',
      kind: 'text',
      sql: Prisma.sql`a.name`,
      sort: [
        { kind: 'text', sql: Prisma.sql`a.name_sort` },
        { kind: 'text', sql: Prisma.sql`u.label_sort` },
      ],
    },
    associationId: {
      label: 'Association',
      kind: 'id',
      sql: Prisma.sql`u.association_id`,
      filter: true,
      inner: true,
    },
    street: { label: 'Address', kind: 'text', sql: Prisma.sql`u.street` },
    city: { label: 'City', kind: 'text', sql: Prisma.sql`coalesce(u.city, a.city)`, hidden: true },
    county: { label: 'County', kind: 'text', sql: Prisma.sql`a.county`, filter: true, hidden: true },
    votes: {
      label: 'Votes',
      kind: 'text',
      sql: Prisma.sql`case u.vote_weight_denominator when 1 then u.vote_weight_numerator::text else u.vote_weight_numerator || '/' || u.vote_weight_denominator end`,
    },
    share: {
      label: 'Assessment share',
      kind: 'text',
      sql: Prisma.sql`u.assessment_share_numerator || '/' || u.assessment_share_denominator`,
    },
    createdAt: { label: 'Added', kind: 'instant', sql: Prisma.sql`u.created_at`, filter: true, hidden: true },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: Prisma.sql`u.status`,
      choices: unitStatuses,
      filter: true,
      hidden: true,
    },
  },
})
