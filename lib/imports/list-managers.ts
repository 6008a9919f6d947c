import type { TenantTx } from '@/lib/db/in-tenant'

/** A management company of a register, under however many spellings. */
export type ListedManager = { key: string; name: string; associations: number; units: number }

/**
 * The management companies of a dry run, those with the most associations first; associations without one come
 * last, under the key ''.
 * @param search part of a name; spaces and case do not count
 */
export async function listManagers(tx: TenantTx, importId: string, search: string): Promise<ListedManager[]> {
  const pattern = search.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return tx.$queryRaw<ListedManager[]>`
    select coalesce(manager_key, '') as key, coalesce(mode() within group (order by manager_name), '') as name,
      count(*)::int as associations, sum(unit_count)::int as units
    from app.import_rows
    where import_id = ${importId}::uuid and outcome in ('new', 'changed', 'unchanged')
      and (${pattern} = '' or position(${pattern} in coalesce(manager_key, '')) > 0)
    group by 1 order by (coalesce(manager_key, '') = ''), associations desc, key limit 60`
}

export type ListedCounty = { county: string; associations: number; units: number }

/** The counties of a dry run, by name. */
export async function listCounties(tx: TenantTx, importId: string): Promise<ListedCounty[]> {
  return tx.$queryRaw<ListedCounty[]>`
    select coalesce(county, '') as county, count(*)::int as associations, sum(unit_count)::int as units
    from app.import_rows where import_id = ${importId}::uuid and outcome in ('new', 'changed', 'unchanged')
    group by 1 order by 1`
}
