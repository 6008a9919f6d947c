import type { TenantTx } from '@/lib/db/in-tenant'
import { joinSql, sql } from '@/lib/db/sql'
import { containsPattern, searchTerms } from '@/lib/lists/search-terms'

/** A homeowner as a picker offers them. */
export type HomeownerChoice = { id: string; name: string; email: string | null; unit: string | null }

/** Finds active homeowners by words of their name, address or number; at most eight, by name. */
export async function findHomeowners(tx: TenantTx, text: string): Promise<HomeownerChoice[]> {
  const terms = searchTerms(text)
  if (terms.length === 0) return []
  const matches = terms.map(term => sql`h.search_text like ${containsPattern(term)}`)
  return tx.$queryRaw<HomeownerChoice[]>`
    select h.id, h.name, h.email, (
      select u.label || ', ' || a.name from app.ownerships o
      join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
      join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
      where o.tenant_id = h.tenant_id and o.homeowner_id = h.id and o.ends_on is null
      order by o.starts_on desc limit 1) as unit
    from app.homeowners h
    where h.status = 'active' and ${joinSql(matches, ' and ')}
    order by h.name_sort, h.id limit 8`
}
