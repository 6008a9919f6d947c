import type { TenantTx } from '@/lib/db/in-tenant'
import type { Period } from '@/lib/ownerships/rules'
import type { LocalDate } from '@/lib/time/local-date'
import type { Contact } from './merge-contact'
import type { StoredPerson } from './resolve-persons'

/** Makes homeowners; gives the id of each by its stand-in. */
export async function createPeople(
  tx: TenantTx,
  people: ReadonlyMap<string, Contact>,
): Promise<Map<string, string>> {
  if (people.size === 0) return new Map()
  const ids = await tx.$queryRaw<
    { id: string }[]
  >`select app.new_id() as id from generate_series(1, ${people.size}::int)`
  const keys = [...people.keys()]
  const rows = [...people.values()].map((person, at) => ({ ...flatten(person), id: ids[at]?.id }))
  await tx.$executeRaw`
    insert into app.homeowners (id, name, email, phone, mailing_street, mailing_city, mailing_region, mailing_postal_code,
      mailing_country)
    select r.id, r.name, r.email, r.phone, r.street, r.city, r.region, r."postalCode", r.country
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, email text, phone text, street text,
      city text, region text, "postalCode" text, country text)`
  return new Map(keys.map((key, at) => [key, ids[at]?.id ?? '']))
}

/** Writes homeowners as they are given. */
export async function changePeople(tx: TenantTx, people: readonly StoredPerson[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(person => ({ ...flatten(person), id: person.id }))
  await tx.$executeRaw`
    update app.homeowners h set name = r.name, email = r.email, phone = r.phone, mailing_street = r.street,
      mailing_city = r.city, mailing_region = r.region, mailing_postal_code = r."postalCode", mailing_country = r.country
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, email text, phone text, street text,
      city text, region text, "postalCode" text, country text)
    where h.id = r.id`
}

/** Ends ownerships on the given days. */
export async function endOwnerships(
  tx: TenantTx,
  ended: readonly { id: string; endsOn: LocalDate }[],
): Promise<void> {
  if (ended.length === 0) return
  await tx.$executeRaw`
    update app.ownerships o set ends_on = r."endsOn"
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as r(id uuid, "endsOn" date) where o.id = r.id`
}

/** Starts ownerships; the database checks when the transaction commits that the shares of every unit are whole. */
export async function startOwnerships(
  tx: TenantTx,
  started: readonly (Period & { unitId: string })[],
): Promise<void> {
  if (started.length === 0) return
  const rows = started.map(({ share, ...period }) => ({
    ...period,
    numerator: Number(share.numerator),
    denominator: Number(share.denominator),
  }))
  await tx.$executeRaw`
    insert into app.ownerships (unit_id, homeowner_id, starts_on, ends_on, share_numerator, share_denominator)
    select r."unitId", r."homeownerId", r."startsOn", r."endsOn", r.numerator, r.denominator
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("unitId" uuid, "homeownerId" uuid, "startsOn" date,
      "endsOn" date, numerator bigint, denominator bigint)`
}

function flatten({ name, email, phone, mailingAddress }: Contact) {
  const {
    street = null,
    city = null,
    region = null,
    postalCode = null,
    country = null,
  } = mailingAddress ?? {}
  return { name, email, phone, street, city, region, postalCode, country }
}
