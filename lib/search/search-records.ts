import { type Actor, can } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { joinSql, type Sql, sql } from '@/lib/db/sql'
import { containsPattern, searchTerms } from '@/lib/lists/search-terms'

/** A record that a search found, as the command menu shows it. */
export type Found = { href: string; label: string; detail?: string; group: string }

type Row = { id: string; label: string; detail: string | null }

type Kind = {
  group: string
  page: string
  can: Permission
  find: (terms: string[], startsWith: string) => Sql
}

const most = 5
const all = (terms: string[], match: (pattern: string) => Sql) =>
  joinSql(
    terms.map(term => match(containsPattern(term))),
    ' and ',
  )

// What begins with the words comes first; the rest in the order people read names.
const kinds: Kind[] = [
  {
    group: 'Associations',
    page: '/manage/associations',
    can: 'association:read',
    find: (terms, startsWith) => sql`
      select a.id, a.name as label, concat_ws(', ', a.city, a.county) as detail from app.associations a
      where a.tenant_id = app.current_tenant() and a.status = 'active'
        and ${all(terms, pattern => sql`a.search_text like ${pattern}`)}
      order by starts_with(a.name_sort, ${startsWith}) desc, a.name_sort, a.id limit ${most}`,
  },
  {
    group: 'Homeowners',
    page: '/manage/homeowners',
    can: 'homeowner:read',
    find: (terms, startsWith) => sql`
      select h.id, h.name as label, coalesce(h.email, h.phone) as detail from app.homeowners h
      where h.tenant_id = app.current_tenant() and h.status = 'active'
        and ${all(terms, pattern => sql`h.search_text like ${pattern}`)}
      order by starts_with(h.name_sort, ${startsWith}) desc, h.name_sort, h.id limit ${most}`,
  },
  {
    group: 'Units',
    page: '/manage/units',
    can: 'unit:read',
    find: (terms, startsWith) => sql`
      select u.id, 'Unit ' || u.label as label, a.name as detail from app.units u
      join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
      where u.tenant_id = app.current_tenant() and u.status = 'active'
        and ${all(terms, pattern => sql`(u.search_text like ${pattern} or a.search_text like ${pattern})`)}
        and ${anyTerm(terms)}
      order by starts_with(app.normalise(u.label), ${startsWith}) desc, a.name_sort, u.label_sort, u.id limit ${most}`,
  },
]

/** At least one word is the unit's own; otherwise every unit of a named association would crowd the menu. */
function anyTerm(terms: string[]): Sql {
  return sql`(${joinSql(
    terms.map(term => sql`u.search_text like ${containsPattern(term)}`),
    ' or ',
  )})`
}

/**
 * Finds associations, homeowners and units that hold every word, of those the actor may see; at most five of each.
 * @param text at least two characters, otherwise nothing is found
 */
export async function searchRecords(tx: TenantTx, actor: Actor, text: string): Promise<Found[]> {
  const terms = searchTerms(text.slice(0, 200)).filter(term => term !== 'unit')
  if (terms.join('').length < 2) return []
  const found: Found[] = []
  for (const kind of kinds) {
    if (!can(actor, kind.can)) continue
    const rows = await tx.$queryRaw<Row[]>(kind.find(terms, terms[0] ?? ''))
    for (const { id, label, detail } of rows)
      found.push({ href: `${kind.page}/${id}`, label, detail: detail || undefined, group: kind.group })
  }
  return found
}
