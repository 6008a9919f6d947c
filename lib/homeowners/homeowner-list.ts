import { type Sql, sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { homeownerStatuses, portalStatuses } from './rules'

// The ownerships of today, by the date at each association.
const owned = sql`app.ownerships o
  join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
  join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id`
const current = sql`o.starts_on <= (now() at time zone a.zone)::date
  and (o.ends_on is null or o.ends_on > (now() at time zone a.zone)::date)`
const ofRow = sql`o.tenant_id = h.tenant_id and o.homeowner_id = h.id and ${current}`

const portal = sql`case when usr.id is null then 'not-invited' when usr.suspended_at is not null then 'revoked'
  when usr.email_verified_at is not null or usr.password_hash is not null then 'active' else 'invited' end`

/** A word of digits is looked for in the number as well, however it is spelled: (305) or 555-0142. */
function holdsWord(pattern: string): Sql {
  const text = sql`h.search_text like ${pattern}`
  const digits = /^%[\d().+-]+%$/.test(pattern) ? pattern.replace(/\D/g, '') : ''
  return digits ? sql`(${text} or h.phone like ${`%${digits}%`})` : text
}

/** The homeowners of a tenant with what they own today and where they stand with the portal. */
export const homeownerList = defineList({
  id: 'homeowners',
  can: 'homeowner:read',
  from: sql`app.homeowners h`,
  joined: {
    alias: 'h',
    sql: sql`left join app.users usr on usr.tenant_id = h.tenant_id and usr.id = h.user_id`,
    laterals: sql`left join lateral (select string_agg(u.label, ', ' order by u.label_sort) as units,
      string_agg(distinct a.name, ', ') as association, min(o.starts_on) as since from ${owned} where ${ofRow}) own on true`,
  },
  key: sql`h.id`,
  search: holdsWord,
  defaultSort: { column: 'name', direction: 'asc' },
  defaultFilters: { status: ['active'] },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: sql`h.name`,
      sort: sortBy('text', sql`h.name_sort`),
      fixed: true,
    },
    units: {
      label: 'Units',
      kind: 'text',
      sql: sql`own.units`,
    },
    association: {
      label: 'Association',
      kind: 'text',
      sql: sql`own.association`,
    },
    associationId: {
      label: 'Association',
      kind: 'id',
      sql: sql`null::uuid`,
      filter: values => sql`h.id in (select o.homeowner_id from ${owned}
        where u.association_id = any(${values}::uuid[]) and ${current})`,
      inner: true,
    },
    email: {
      label: 'Email',
      kind: 'text',
      sql: sql`h.email`,
      sort: [{ kind: 'text', sql: sql`h.email`, nullable: true }],
      filter: true,
    },
    portal: {
      label: 'Portal',
      kind: 'choice',
      sql: portal,
      choices: portalStatuses,
      filter: true,
    },
    since: {
      label: 'Owner since',
      kind: 'date',
      sql: sql`own.since`,
    },
    phone: { label: 'Phone', kind: 'text', sql: sql`h.phone` },
    address: {
      label: 'Mailing address',
      kind: 'text',
      sql: sql`nullif(concat_ws(', ', h.mailing_street, h.mailing_city,
        nullif(concat_ws(' ', h.mailing_region, h.mailing_postal_code), ''), h.mailing_country), '')`,
      hidden: true,
    },
    createdAt: { label: 'Added', kind: 'instant', sql: sql`h.created_at`, filter: true, hidden: true },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: sql`h.status`,
      choices: homeownerStatuses,
      filter: true,
      hidden: true,
    },
  },
})
