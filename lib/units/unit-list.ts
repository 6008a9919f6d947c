import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { unitStatuses } from './schema'

// Who owns a unit today, by the date at its association; read for the rows of a page alone.
const owners = sql`(select string_agg(h.name, ', ' order by h.name_sort) from app.ownerships o
  join app.homeowners h on h.tenant_id = o.tenant_id and h.id = o.homeowner_id
  where o.tenant_id = u.tenant_id and o.unit_id = u.id and o.starts_on <= (now() at time zone a.zone)::date
    and (o.ends_on is null or o.ends_on > (now() at time zone a.zone)::date))`

/** The units of a tenant, each with its association. */
export const unitList = defineList({
  id: 'units',
  can: 'unit:read',
  from: sql`app.units u`,
  joined: {
    alias: 'u',
    sql: sql`join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id`,
  },
  key: sql`u.id`,
  search: pattern =>
    sql`(u.search_text like ${pattern} or u.association_id in (select id from app.associations where search_text like ${pattern}))`,
  plainTotal: sql`select coalesce(sum(unit_count), 0) from app.associations`,
  defaultSort: { column: 'association', direction: 'asc' },
  defaultFilters: { status: ['active'] },
  columns: {
    label: {
      label: 'Unit',
      kind: 'text',
      sql: sql`u.label`,
      sort: sortBy('text', sql`u.label_sort`),
    },
    association: {
      label: 'Association',
      kind: 'text',
      sql: sql`a.name`,
      sort: [
        { kind: 'text', sql: sql`u.association_sort` },
        { kind: 'id', sql: sql`u.association_id` },
        { kind: 'text', sql: sql`u.label_sort` },
      ],
    },
    associationId: {
      label: 'Association',
      kind: 'id',
      sql: sql`u.association_id`,
      filter: true,
      inner: true,
    },
    owners: { label: 'Owners', kind: 'text', sql: owners },
    street: { label: 'Address', kind: 'text', sql: sql`u.street`, hidden: true },
    city: { label: 'City', kind: 'text', sql: sql`coalesce(u.city, a.city)`, hidden: true },
    county: { label: 'County', kind: 'text', sql: sql`a.county`, filter: true, hidden: true },
    votes: {
      label: 'Votes',
      kind: 'text',
      sql: sql`case u.vote_weight_denominator when 1 then u.vote_weight_numerator::text else u.vote_weight_numerator || '/' || u.vote_weight_denominator end`,
    },
    share: {
      label: 'Assessment share',
      kind: 'text',
      sql: sql`u.assessment_share_numerator || '/' || u.assessment_share_denominator`,
    },
    createdAt: { label: 'Added', kind: 'instant', sql: sql`u.created_at`, filter: true, hidden: true },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: sql`u.status`,
      choices: unitStatuses,
      filter: true,
      hidden: true,
    },
  },
})
