import type { TenantTx } from '@/lib/db/in-tenant'
import { emptySql, joinSql, sql } from '@/lib/db/sql'
import { containsPattern, searchTerms } from '@/lib/lists/search-terms'

export type AssociationName = { id: string; name: string }

/** Finds active associations by words of their name, place or register number; the first 30 by name. */
export async function findAssociations(tx: TenantTx, q: string): Promise<AssociationName[]> {
  const words = searchTerms(q).map(term => sql`and search_text like ${containsPattern(term)}`)
  return tx.$queryRaw<AssociationName[]>`
    select id, name from app.associations
    where tenant_id = app.current_tenant() and status = 'active' ${words.length > 0 ? joinSql(words, ' ') : emptySql}
    order by name_sort, id limit 30`
}
