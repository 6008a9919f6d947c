import type { StoredAssociation } from './find-associations'
import type { RegisterRow } from './parse-register-row'
import type { RowMessage } from './schema'

/** Columns of an association that a register speaks of. */
export type AssociationFacts = {
  name: string
  legalName: string | null
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  county: string | null
  zone: string | null
  jurisdiction: string | null
  recordedOn: string | null
}

export type RegisterVerdict =
  | { outcome: 'new'; facts: AssociationFacts; missingUnits: number; messages: RowMessage[] }
  | {
      outcome: 'changed' | 'unchanged'
      association: StoredAssociation
      facts: AssociationFacts
      missingUnits: number
      messages: RowMessage[]
    }
  | { outcome: 'refused'; messages: RowMessage[] }

const labels: Record<keyof AssociationFacts, string> = {
  name: 'Name',
  legalName: 'Legal name',
  street: 'Street',
  city: 'City',
  region: 'State',
  postalCode: 'ZIP code',
  county: 'County',
  zone: 'Time zone',
  jurisdiction: 'Jurisdiction',
  recordedOn: 'Recorded on',
}

/**
 * Says what a row of a register would change. A blank in the file says nothing and erases nothing; units are only
 * ever added.
 * @param candidates associations the row may speak of; more than one is refused with their names
 */
export function judgeRegisterRow(
  row: RegisterRow,
  candidates: readonly StoredAssociation[],
): RegisterVerdict {
  const facts = factsOf(row)
  const [association, ...others] = candidates
  if (!association) return { outcome: 'new', facts, missingUnits: row.unitCount, messages: [] }
  if (others.length > 0) {
    const names = candidates.map(({ name, city, county }) => [name, city, county].filter(Boolean).join(', '))
    const message = `Several associations match: ${names.slice(0, 5).join('; ')}. Add their register numbers.`
    return { outcome: 'refused', messages: [{ field: 'name', message }] }
  }
  if (association.status === 'archived')
    return {
      outcome: 'refused',
      messages: [{ field: 'name', message: `${association.name} is archived. Restore it first.` }],
    }
  const messages = differences(facts, association)
  const missingUnits = Math.max(0, row.unitCount - association.units)
  if (missingUnits > 0)
    messages.push({ field: 'units', message: `Units: ${association.units} → ${row.unitCount}` })
  const outcome = messages.length > 0 ? 'changed' : 'unchanged'
  if (association.units > row.unitCount)
    messages.push({
      field: 'units',
      message: `It has ${association.units} units; the file says ${row.unitCount}. None is removed.`,
    })
  return { outcome, association, facts, missingUnits, messages }
}

function factsOf(row: RegisterRow): AssociationFacts {
  const { street, city, region, postalCode } = row.address
  const florida = region === 'FL' || row.zone !== null
  return {
    name: row.name,
    legalName: row.managingEntity.name,
    street,
    city,
    region,
    postalCode,
    county: row.canonicalCounty,
    zone: row.zone,
    jurisdiction: florida ? 'US-FL' : null,
    recordedOn: row.recordedOn,
  }
}

function differences(facts: AssociationFacts, stored: StoredAssociation): RowMessage[] {
  return (Object.keys(labels) as (keyof AssociationFacts)[]).flatMap(key =>
    facts[key] === null || facts[key] === stored[key]
      ? []
      : [{ field: key, message: `${labels[key]}: ${stored[key] ?? 'blank'} → ${facts[key]}` }],
  )
}
