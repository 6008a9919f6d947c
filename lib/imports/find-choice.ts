import type { TenantTx } from '@/lib/db/in-tenant'
import type { ListedManager } from './list-managers'
import type { RegisterChoice } from './schema'

/** A choice with its companies as lists show them. */
export type FoundChoice = { managers: ListedManager[]; counties: string[] }

/** Of the companies and counties asked for, those that the dry run has rows of; what it has none of is left out. */
export async function findChoice(
  tx: TenantTx,
  importId: string,
  asked: RegisterChoice,
): Promise<FoundChoice> {
  const managers =
    asked.managers.length === 0
      ? []
      : await tx.$queryRaw<ListedManager[]>`
          select coalesce(manager_key, '') as key, coalesce(mode() within group (order by manager_name), '') as name,
            count(*)::int as associations, sum(unit_count)::int as units
          from app.import_rows
          where import_id = ${importId}::uuid and outcome in ('new', 'changed', 'unchanged')
            and coalesce(manager_key, '') = any(${asked.managers}::text[])
          group by 1 order by associations desc, key`
  const counties =
    asked.counties.length === 0
      ? []
      : await tx.$queryRaw<{ county: string }[]>`
          select distinct coalesce(county, '') as county from app.import_rows
          where import_id = ${importId}::uuid and outcome in ('new', 'changed', 'unchanged')
            and coalesce(county, '') = any(${asked.counties}::text[])
          order by 1`
  return { managers, counties: counties.map(({ county }) => county) }
}
