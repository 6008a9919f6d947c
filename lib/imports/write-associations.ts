import type { TenantTx } from '@/lib/db/in-tenant'
import type { AssociationFacts } from './judge-register-row'

type NewAssociation = AssociationFacts & { externalKey: string | null; missingUnits: number }

/** Makes associations and says under which ids; one that somebody made meanwhile under the same number is left alone. */
export async function createAssociations(
  tx: TenantTx,
  associations: readonly NewAssociation[],
): Promise<{ id: string; missingUnits: number }[]> {
  if (associations.length === 0) return []
  const ids = await tx.$queryRaw<{ id: string }[]>`
    select app.new_id() as id from generate_series(1, ${associations.length}::int)`
  const rows = associations.map((association, at) => ({
    ...association,
    id: ids[at]?.id,
    kind: kindOf(association.name),
  }))
  const made = await tx.$queryRaw<{ id: string }[]>`
    insert into app.associations (id, name, kind, external_key, legal_name, street, city, region, postal_code, county, zone,
      jurisdiction, recorded_on)
    select r.id, r.name, r.kind, r."externalKey", r."legalName", r.street, r.city, r.region, r."postalCode", r.county,
      coalesce(r.zone, (select zone from app.tenants)), r.jurisdiction, r."recordedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, kind text, "externalKey" text,
      "legalName" text, street text, city text, region text, "postalCode" text, county text, zone text,
      jurisdiction text, "recordedOn" date)
    on conflict (tenant_id, external_key) do nothing
    returning id`
  const kept = new Set(made.map(({ id }) => id))
  return rows.flatMap(({ id, missingUnits }) => (id && kept.has(id) ? [{ id, missingUnits }] : []))
}

/** Changes associations; what is null stays as it is. */
export async function updateAssociations(
  tx: TenantTx,
  associations: readonly (AssociationFacts & { id: string })[],
): Promise<void> {
  if (associations.length === 0) return
  await tx.$executeRaw`
    update app.associations a set name = r.name, legal_name = coalesce(r."legalName", a.legal_name),
      street = coalesce(r.street, a.street), city = coalesce(r.city, a.city), region = coalesce(r.region, a.region),
      postal_code = coalesce(r."postalCode", a.postal_code), county = coalesce(r.county, a.county),
      zone = coalesce(r.zone, a.zone), jurisdiction = coalesce(r.jurisdiction, a.jurisdiction),
      recorded_on = coalesce(r."recordedOn", a.recorded_on)
    from jsonb_to_recordset(${JSON.stringify(associations)}::jsonb) as r(id uuid, name text, "legalName" text, street text,
      city text, region text, "postalCode" text, county text, zone text, jurisdiction text, "recordedOn" date)
    where a.id = r.id`
}

/**
 * Adds units labelled with the lowest numbers that are free.
 * @param wanted.standing how many units the association has already
 * @returns how many were added
 */
export async function addUnits(
  tx: TenantTx,
  wanted: readonly { id: string; standing: number; missing: number }[],
): Promise<number> {
  const rows = wanted.filter(({ missing }) => missing > 0)
  if (rows.length === 0) return 0
  return tx.$executeRaw`
    insert into app.units (association_id, label, association_sort)
    select free.id, free.label, free.name_sort from (
      select r.id, a.name_sort, n::text as label, r.missing, row_number() over (partition by r.id order by n) as place
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, standing int, missing int)
      join app.associations a on a.id = r.id
      cross join lateral generate_series(1, r.standing + r.missing) n
      where r.standing = 0 or not exists (
        select 1 from app.units u where u.association_id = r.id and u.label = n::text)) free
    where free.place <= free.missing
    order by free.id, free.place`
}

function kindOf(name: string): string {
  if (/\b(homeowners|home owners|hoa|property owners|poa)\b/i.test(name)) return 'hoa'
  return /\bco-?op(erative)?\b/i.test(name) ? 'cooperative' : 'condominium'
}
