import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { associationKinds, associationStatuses } from './schema'

/** The associations of a tenant. */
export const associationList = defineList({
  id: 'associations',
  can: 'association:read',
  from: sql`app.associations a`,
  key: sql`a.id`,
  search: [sql`a.search_text`],
  defaultSort: { column: 'name', direction: 'asc' },
  defaultFilters: { status: ['active'] },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: sql`a.name`,
      sort: sortBy('text', sql`a.name_sort`),
    },
    kind: { label: 'Kind', kind: 'choice', sql: sql`a.kind`, choices: associationKinds, filter: true },
    city: { label: 'City', kind: 'text', sql: sql`a.city`, filter: true },
    county: {
      label: 'County',
      kind: 'text',
      sql: sql`a.county`,
      filter: true,
      sort: [
        { kind: 'text', sql: sql`a.county`, nullable: true },
        { kind: 'text', sql: sql`a.name_sort` },
      ],
    },
    units: {
      label: 'Units',
      kind: 'number',
      sql: sql`a.unit_count`,
      filter: true,
      sort: sortBy('number', sql`a.unit_count`),
    },
    externalKey: { label: 'Register number', kind: 'text', sql: sql`a.external_key`, hidden: true },
    recordedOn: {
      label: 'Recorded',
      kind: 'date',
      sql: sql`a.recorded_on`,
      filter: true,
      hidden: true,
    },
    zone: { label: 'Time zone', kind: 'text', sql: sql`a.zone`, hidden: true },
    createdAt: { label: 'Added', kind: 'instant', sql: sql`a.created_at`, filter: true, hidden: true },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: sql`a.status`,
      choices: associationStatuses,
      filter: true,
      hidden: true,
    },
  },
})
