import { normaliseText } from '@/lib/lists/search-terms'
import type { RosterRow } from './parse-roster-row'
import { contactKey } from './person-key'

/** A homeowner as kept, with what tells people apart. */
export type StoredPerson = Pick<RosterRow, 'name' | 'email' | 'phone' | 'mailingAddress'> & { id: string }

export type UnitRow = { rowNumber: number; matchKey: string; value: RosterRow }

export type Person =
  | { kind: 'stored'; person: StoredPerson }
  | { kind: 'new'; key: string }
  | { kind: 'ambiguous'; message: string }

/**
 * Says which homeowner each row of one unit means: an owner of the unit by name, or by email address when the name was
 * spelled differently; else somebody kept with the same name and the same email, telephone or mailing address; else
 * somebody new.
 * @param owners today's owners of the unit
 * @param namesakes kept homeowners who bear one of the names, whatever they own
 */
export function resolvePersons(
  rows: readonly UnitRow[],
  owners: readonly StoredPerson[],
  namesakes: readonly StoredPerson[],
): Map<UnitRow, Person> {
  const result = new Map<UnitRow, Person>()
  const claimed = new Set<string>()
  for (const row of rows) {
    const same = owners.filter(owner => isNamed(owner, row.value.name))
    if (same.length === 0) continue
    const exact = same.filter(owner => owner.email === row.value.email)
    const found = same.length === 1 ? same[0] : exact.length === 1 ? exact[0] : undefined
    result.set(row, found ? { kind: 'stored', person: found } : ambiguous(row.value.name, same))
    if (found) claimed.add(found.id)
  }
  for (const row of rows) {
    if (result.has(row)) continue
    const { email } = row.value
    const renamed =
      email === null ? [] : owners.filter(owner => owner.email === email && !claimed.has(owner.id))
    if (renamed.length === 1 && renamed[0]) {
      claimed.add(renamed[0].id)
      result.set(row, { kind: 'stored', person: renamed[0] })
    } else result.set(row, findNamesake(row, namesakes))
  }
  return result
}

function findNamesake(row: UnitRow, namesakes: readonly StoredPerson[]): Person {
  const key = contactKey(row.value)
  const same = namesakes.filter(
    one => isNamed(one, row.value.name) && key !== null && sharesContact(one, row.value),
  )
  if (same.length > 1) return ambiguous(row.value.name, same)
  return same[0] ? { kind: 'stored', person: same[0] } : { kind: 'new', key: row.matchKey }
}

/** Compares by what the row has to tell people apart, in the same order as `personKey`. */
function sharesContact(stored: StoredPerson, row: RosterRow): boolean {
  if (row.email) return stored.email === row.email
  if (row.phone) return stored.phone === row.phone
  return contactKey({ ...stored, email: null, phone: null }) === contactKey(row)
}

function isNamed(stored: StoredPerson, name: string): boolean {
  return normaliseText(stored.name) === normaliseText(name)
}

function ambiguous(name: string, candidates: readonly StoredPerson[]): Person {
  const described = candidates.map(
    ({ email, phone, mailingAddress }) => email ?? phone ?? mailingAddress?.street ?? 'no contact details',
  )
  return {
    kind: 'ambiguous',
    message: `Several homeowners are called ${name}: ${described.slice(0, 5).join('; ')}.`,
  }
}
