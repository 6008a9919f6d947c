import { normaliseText } from '@/lib/lists/search-terms'
import type { Period } from '@/lib/ownerships/rules'
import { ownsOn } from '@/lib/ownerships/rules'
import type { LocalDate } from '@/lib/time/local-date'
import type { UnitFacts, UnitsFacts } from './load-units'
import { type Contact, changeContact, mergeContacts } from './merge-contact'
import { contactKey } from './person-key'
import { type NamedOwner, planUnit } from './plan-unit'
import { type Person, resolvePersons, type StoredPerson, type UnitRow } from './resolve-persons'
import type { RowMessage, RowOutcome } from './schema'

/** What some rows of a roster come to: a verdict on each, and what a commit has to write. */
export type UnitsVerdict = {
  rows: { rowNumber: number; outcome: RowOutcome; messages: RowMessage[] }[]
  /** People to be made, under the stand-in ids that `started` may name. */
  newPeople: Map<string, Contact>
  changedPeople: Map<string, StoredPerson>
  started: (Period & { unitId: string })[]
  ended: { id: string; endsOn: LocalDate }[]
}

const newId = (key: string) => `new ${key}`

/** Judges the rows of some units together, since what one row means depends on the unit's other rows. */
export function judgeUnits({ units, people, said }: UnitsFacts): UnitsVerdict {
  const verdict: UnitsVerdict = {
    rows: [],
    newPeople: new Map(),
    changedPeople: new Map(),
    started: [],
    ended: [],
  }
  const byName = Map.groupBy(people.values(), ({ name }) => normaliseText(name))
  for (const unit of units) judgeUnit(unit, { people, said, byName }, verdict)
  return verdict
}

type Known = Omit<UnitsFacts, 'units'> & { byName: ReadonlyMap<string, StoredPerson[]> }

function judgeUnit(unit: UnitFacts, { people, said, byName }: Known, verdict: UnitsVerdict): void {
  const { rows, history, today } = unit
  const owners = history
    .filter(period => ownsOn(period, today))
    .flatMap(({ homeownerId }) => people.get(homeownerId) ?? [])
  const namesakes = new Set(rows.flatMap(({ value }) => byName.get(normaliseText(value.name)) ?? []))
  const persons = resolvePersons(rows, owners, [...namesakes])
  const refuse = (row: UnitRow, message: string) =>
    verdict.rows.push({
      rowNumber: row.rowNumber,
      outcome: 'refused',
      messages: [{ field: 'name', message }],
    })
  const unclear = [...persons.values()].find(person => person.kind === 'ambiguous')
  if (unclear || unit.hasBadRow) {
    for (const row of rows) {
      const person = persons.get(row)
      refuse(
        row,
        person?.kind === 'ambiguous'
          ? person.message
          : 'Another row about this unit is refused; correct them together.',
      )
    }
    return
  }
  const named = nameOwners(rows, persons)
  const plan = planUnit([...named.values()], history, today, id => people.get(id)?.name ?? 'Somebody')
  for (const row of rows) {
    const owner = named.get(idOf(persons.get(row)))
    const planned = plan.rows.get(owner?.rowNumber ?? -1)
    const person = persons.get(row)
    if (!owner || !planned || !person) continue
    if (planned.kind === 'refused') {
      verdict.rows.push({ rowNumber: row.rowNumber, outcome: 'refused', messages: planned.messages })
    } else {
      const messages = keepPerson(row, person, said, verdict)
      const first = owner.rowNumber === row.rowNumber
      const again = { field: null, message: `Row ${owner.rowNumber} names the same owner of this unit.` }
      const outcome =
        first && planned.kind === 'becomes'
          ? owners.length > 0
            ? 'changed'
            : 'new'
          : first && messages.length > 0
            ? 'changed'
            : 'unchanged'
      verdict.rows.push({
        rowNumber: row.rowNumber,
        outcome,
        messages: first ? [...planned.messages, ...messages] : [again],
      })
    }
  }
  verdict.started.push(...plan.started.map(period => ({ ...period, unitId: unit.unitId })))
  verdict.ended.push(...plan.ended)
}

function idOf(person: Person | undefined): string {
  return person?.kind === 'stored' ? person.person.id : person?.kind === 'new' ? newId(person.key) : ''
}

/** Each person once, with the row that names them first. */
function nameOwners(
  rows: readonly UnitRow[],
  persons: ReadonlyMap<UnitRow, Person>,
): Map<string, NamedOwner> {
  const named = new Map<string, NamedOwner>()
  for (const row of rows) {
    const homeownerId = idOf(persons.get(row))
    if (named.has(homeownerId)) continue
    const ownerSince = row.value.ownerSince as LocalDate | null
    named.set(homeownerId, { rowNumber: row.rowNumber, homeownerId, name: row.value.name, ownerSince })
  }
  return named
}

/** Notes what is to be written about the person of a row; the same for every row of that person. */
function keepPerson(
  row: UnitRow,
  person: Person,
  said: UnitsFacts['said'],
  verdict: UnitsVerdict,
): RowMessage[] {
  const contact = mergeContacts(said.get(row.matchKey) ?? [row.value])
  if (person.kind === 'new') verdict.newPeople.set(newId(person.key), contact)
  if (person.kind !== 'stored') return []
  const stored = person.person
  const storedKey = [normaliseText(stored.name), contactKey(stored) ?? ''].join('\u001F')
  // The file also knows this person by what is on record, so this row's contact details are a second set.
  if (storedKey !== row.matchKey && said.has(storedKey)) return []
  const change = changeContact(stored, contact)
  if (change) verdict.changedPeople.set(stored.id, change.person)
  return change?.messages ?? []
}
