import type { TenantTx } from '@/lib/db/in-tenant'

/** An association as it stands, with all of its units counted, archived ones too. */
export type StoredAssociation = {
  id: string
  name: string
  status: string
  legalName: string | null
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  county: string | null
  zone: string
  jurisdiction: string | null
  recordedOn: string | null
  units: number
}

type Wanted = { rowNumber: number; externalKey: string | null; name: string; county: string | null }

/**
 * Finds for each row of a register the association it speaks of: by its number where it has one, otherwise by name and
 * county, which several may share. Each is looked up by itself: without statistics the planner takes a tenant for small
 * and would compare every row with every association.
 */
export async function findAssociations(
  tx: TenantTx,
  rows: readonly Wanted[],
): Promise<Map<number, StoredAssociation[]>> {
  const found = await tx.$queryRaw<(StoredAssociation & { rowNumber: number })[]>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w("rowNumber" int, "externalKey" text, name text, county text)),
    matched as (
      select w."rowNumber", a.* from wanted w cross join lateral (
        select * from app.associations where external_key = w."externalKey" offset 0) a
      union all
      select w."rowNumber", a.* from wanted w cross join lateral (
        select * from app.associations
        where name_sort = app.normalise(w.name) and county is not distinct from w.county offset 0) a
      where w."externalKey" is null)
    select m."rowNumber", m.id, m.name, m.status, m.legal_name as "legalName", m.street, m.city, m.region,
      m.postal_code as "postalCode", m.county, m.zone, m.jurisdiction, m.recorded_on::text as "recordedOn",
      (select count(*)::int from app.units u where u.association_id = m.id) as units
    from matched m order by m."rowNumber", m.id`
  const byRow = new Map<number, StoredAssociation[]>()
  for (const { rowNumber, ...association } of found)
    byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), association])
  return byRow
}
