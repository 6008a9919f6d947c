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
 * county, which several may share.
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
      select w."rowNumber", a.id from wanted w join app.associations a on a.external_key = w."externalKey"
      union all
      select w."rowNumber", a.id from wanted w join app.associations a
        on a.name_sort = app.normalise(w.name) and a.county is not distinct from w.county
      where w."externalKey" is null)
    select m."rowNumber", a.id, a.name, a.status, a.legal_name as "legalName", a.street, a.city, a.region,
      a.postal_code as "postalCode", a.county, a.zone, a.jurisdiction, a.recorded_on::text as "recordedOn",
      (select count(*)::int from app.units u where u.association_id = a.id) as units
    from matched m join app.associations a on a.id = m.id order by m."rowNumber", a.id`
  const byRow = new Map<number, StoredAssociation[]>()
  for (const { rowNumber, ...association } of found)
    byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), association])
  return byRow
}
