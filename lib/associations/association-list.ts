import { Prisma } from '@/lib/db/generated/client'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { associationKinds, associationStatuses } from './schema'

/** The associations of a tenant. */
export const associationList = defineList({
  id: 'associations',
  can: 'association:read',
  from: Prisma.sql`app.associations a`,
  key: Prisma.sql`a.id`,
  search: [Prisma.sql`a.search_text`],
  defaultSort: { column: 'name', direction: 'asc' },
  defaultFilters: { status: ['active'] },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: Prisma.sql`a.name`,
      sort: sortBy('text', Prisma.sql`a.name_sort`),
    },
    kind: { label: 'Kind', kind: 'choice', sql: Prisma.sql`a.kind`, choices: associationKinds, filter: true },
    city: { label: 'City', kind: 'text', sql: Prisma.sql`a.city`, filter: true },
    county: {
      label: 'County',
      kind: 'text',
      sql: Prisma.sql`a.county`,
      filter: true,
      sort: [
        { kind: 'text', sql: Prisma.sql`a.county`, nullable: true },
        { kind: 'text', sql: Prisma.sql`a.name_sort` },
      ],
    },
    units: {
      label: 'Units',
      kind: 'number',
      sql: Prisma.sql`a.unit_count`,
      filter: true,
      sort: sortBy('number', Prisma.sql`a.unit_count`),
    },
    externalKey: { label: 'Register number', kind: 'text', sql: Prisma.sql`a.external_key`, hidden: true },
    recordedOn: {
      label: 'Recorded',
      kind: 'date',
      sql: Prisma.sql`a.recorded_on`,
      filter: true,
      hidden: true,
    },
    zone: { label: 'Time zone', kind: 'text', sql: Prisma.sql`a.zone`, hidden: true },
    createdAt: { label: 'Added', kind: 'instant', sql: Prisma.sql`a.created_at`, filter: true, hidden: true },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: Prisma.sql`a.status`,
      choices: associationStatuses,
      filter: true,
      hidden: true,
    },
  },
})
