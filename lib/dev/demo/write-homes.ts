import type { TenantTx } from '@/lib/db/in-tenant'
import type { DemoHomes } from './make-homes'
import type { DemoOwner } from './make-owner'
import type { DemoAssociation } from './read-associations'

/** Writes associations as an import of the register would. */
export async function writeAssociations(tx: TenantTx, associations: DemoAssociation[]): Promise<void> {
  const rows = associations.map(one => ({
    id: one.id,
    name: one.name,
    external_key: one.externalKey,
    legal_name: one.managingEntity.name,
    ...one.address,
    county: one.canonicalCounty,
    zone: one.zone ?? 'America/New_York',
    month: one.fiscalYearStartMonth,
    recorded_on: one.recordedOn,
  }))
  await tx.$executeRaw`
    insert into app.associations (id, name, kind, external_key, legal_name, street, city, region, postal_code, county,
      zone, fiscal_year_start_month, jurisdiction, recorded_on)
    select id, name, 'condominium', external_key, legal_name, street, city, region, "postalCode", county, zone, month,
      'US-FL', recorded_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, external_key text, legal_name text,
      street text, city text, region text, "postalCode" text, county text, zone text, month int, recorded_on date)`
}

/** Homes whose owners are known since the association was taken over. */
export type DatedHomes = Omit<DemoHomes, 'owners'> & { owners: (DemoOwner & { createdAt: Date })[] }

/** Writes units, owners, ownerships and boards, a statement for each. */
export async function writeHomes(tx: TenantTx, homes: DatedHomes): Promise<void> {
  await tx.$executeRaw`
    insert into app.units (id, association_id, label, label_sort, assessment_share_numerator, assessment_share_denominator)
    select id, association, label, '', nullif(weight, 0), case when weight > 0 then whole end
    from jsonb_to_recordset(${JSON.stringify(homes.units)}::jsonb)
      as r(id uuid, association uuid, label text, weight bigint, whole bigint)`
  await tx.$executeRaw`
    insert into app.homeowners (id, name, email, phone, mailing_street, mailing_city, mailing_region, mailing_postal_code,
      mailing_country, created_at)
    select id, name, email, phone, street, city, region, "postalCode", 'US', "createdAt"
    from jsonb_to_recordset(${JSON.stringify(homes.owners)}::jsonb)
      as r(id uuid, name text, email text, phone text, street text, city text, region text, "postalCode" text,
        "createdAt" timestamptz)`
  await tx.$executeRaw`
    insert into app.ownerships (unit_id, homeowner_id, starts_on, ends_on, share_numerator, share_denominator)
    select unit, owner, "startsOn", "endsOn", numerator, denominator
    from jsonb_to_recordset(${JSON.stringify(homes.ownerships)}::jsonb)
      as r(unit uuid, owner uuid, "startsOn" date, "endsOn" date, numerator bigint, denominator bigint)`
  await tx.$executeRaw`
    insert into app.board_seats (association_id, homeowner_id, title, starts_on, ends_on)
    select association, owner, title, "startsOn", "endsOn"
    from jsonb_to_recordset(${JSON.stringify(homes.seats)}::jsonb)
      as r(association uuid, owner uuid, title text, "startsOn" date, "endsOn" date)`
}
