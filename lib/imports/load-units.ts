import type { TenantTx } from '@/lib/db/in-tenant'
import { fraction } from '@/lib/fraction/fraction'
import { normaliseText } from '@/lib/lists/search-terms'
import type { Period } from '@/lib/ownerships/rules'
import { dateIn, type LocalDate } from '@/lib/time/local-date'
import type { Contact } from './merge-contact'
import { contactKey } from './person-key'
import type { StoredPerson, UnitRow } from './resolve-persons'

/** Everything that is known of one unit when its rows are judged. */
export type UnitFacts = {
  unitId: string
  today: LocalDate
  rows: UnitRow[]
  /** Whether other rows about this unit were refused for their content. */
  hasBadRow: boolean
  history: Period[]
}

export type UnitsFacts = {
  units: UnitFacts[]
  /** Owners on record of these units, and namesakes of the people in the rows. */
  people: Map<string, StoredPerson>
  /** What all rows of the file say of the people in these rows, by match key, in order of rows. */
  said: Map<string, Contact[]>
}

type Row = UnitRow & { unitId: string; outcome: string }
type Owned = {
  unitId: string
  id: string
  homeownerId: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  numerator: bigint
  denominator: bigint
}

/** Loads what is needed to judge some units of a roster: their rows, owners, and everybody who could be meant. */
export async function loadUnits(
  tx: TenantTx,
  importId: string,
  unitIds: readonly string[],
  now: Date,
): Promise<UnitsFacts> {
  const ids = [...unitIds]
  const rows = await tx.$queryRaw<Row[]>`
    select wanted.id as "unitId", found.row_number as "rowNumber", found.match_key as "matchKey", found.outcome, found.value
    from unnest(${ids}::uuid[]) as wanted(id)
    cross join lateral (
      select r.row_number, substr(r.match_key, 38) as match_key, r.outcome, r.value from app.import_rows r
      where r.import_id = ${importId}::uuid and r.unit_id = wanted.id offset 0) found
    order by found.row_number`
  const zones = await tx.$queryRaw<{ unitId: string; zone: string }[]>`
    select u.id as "unitId", a.zone from app.units u join app.associations a on a.id = u.association_id
    where u.id = any(${ids}::uuid[])`
  const owned = await tx.$queryRaw<Owned[]>`
    select unit_id as "unitId", id, homeowner_id as "homeownerId", starts_on::text as "startsOn", ends_on::text as "endsOn",
      share_numerator as numerator, share_denominator as denominator
    from app.ownerships where unit_id = any(${ids}::uuid[])`
  const judged = rows.filter(row => row.value !== null)
  const people = await loadPeople(
    tx,
    owned.map(({ homeownerId }) => homeownerId),
    judged.map(({ value }) => normaliseText(value.name)),
  )
  // Making a date format is costly; the zones are few.
  const todayIn = new Map([...new Set(zones.map(({ zone }) => zone))].map(zone => [zone, dateIn(zone, now)]))
  const todayOf = new Map(zones.map(({ unitId, zone }) => [unitId, todayIn.get(zone)]))
  const [rowsOf, historyOf] = [
    Map.groupBy(rows, row => row.unitId),
    Map.groupBy(owned, period => period.unitId),
  ]
  const units = ids.map(unitId => ({
    unitId,
    today: todayOf.get(unitId) ?? dateIn('UTC', now),
    rows: (rowsOf.get(unitId) ?? []).filter(({ outcome }) => outcome !== 'refused'),
    hasBadRow: (rowsOf.get(unitId) ?? []).some(({ value }) => value === null),
    history: (historyOf.get(unitId) ?? []).map(({ numerator, denominator, unitId: _, ...period }) => ({
      ...period,
      share: fraction(numerator, denominator),
    })),
  }))
  return { units, people, said: await loadSaid(tx, importId, keysOf(judged, people)) }
}

/** The keys of the rows, and those under which the file could speak of somebody on record. */
function keysOf(rows: readonly Row[], people: ReadonlyMap<string, StoredPerson>): string[] {
  const stored = [...people.values()].map(person =>
    [normaliseText(person.name), contactKey(person) ?? ''].join('\u001F'),
  )
  return [...new Set([...rows.map(({ matchKey }) => matchKey), ...stored])]
}

async function loadPeople(tx: TenantTx, ids: string[], names: string[]): Promise<Map<string, StoredPerson>> {
  type Found = Pick<StoredPerson, 'id' | 'name' | 'email' | 'phone'> &
    Record<'street' | 'city' | 'region' | 'postalCode' | 'country', string | null>
  const found = await tx.$queryRaw<Found[]>`
    select id, name, email, phone, mailing_street as street, mailing_city as city, mailing_region as region,
      mailing_postal_code as "postalCode", mailing_country as country
    from app.homeowners where id = any(${ids}::uuid[])
      or (name_sort = any(${[...new Set(names)]}::text[]) and status = 'active')`
  return new Map(
    found.map(({ id, name, email, phone, ...address }) => {
      const mailingAddress = Object.values(address).some(part => part !== null) ? address : null
      return [id, { id, name, email, phone, mailingAddress }]
    }),
  )
}

async function loadSaid(tx: TenantTx, importId: string, keys: string[]): Promise<Map<string, Contact[]>> {
  const rows = await tx.$queryRaw<{ matchKey: string; value: Contact }[]>`
    select wanted.key as "matchKey", said.value from unnest(${keys}::text[]) as wanted(key)
    cross join lateral (
      select r.value, r.row_number from app.import_rows r
      where r.match_key = ${importId}::text || ' ' || wanted.key and r.outcome <> 'refused' offset 0) said
    order by said.row_number`
  const said = new Map<string, Contact[]>()
  for (const { matchKey, value } of rows) said.set(matchKey, [...(said.get(matchKey) ?? []), value])
  return said
}
