import { normaliseHeading } from './rules'
import { fieldsOf, type ImportKind, type Mapping } from './schema'

export type MappingGuess = { kind: ImportKind | null; mapping: Mapping }

/**
 * Says which column feeds which field, by the names of the columns alone, whatever their order, case and
 * punctuation. A column feeds one field at most.
 */
export function guessMapping(header: readonly string[], kind: ImportKind): Mapping {
  const headings = header.map(normaliseHeading)
  const candidates = fieldsOf(kind).flatMap(({ name, headings: known }) =>
    headings.map((heading, column) => ({ name, column, score: scoreHeading(heading, known.split('|')) })),
  )
  candidates.sort((a, b) => b.score - a.score)
  const mapping: Mapping = {}
  const taken = new Set<number>()
  for (const { name, column, score } of candidates) {
    if (score === 0 || mapping[name] !== undefined || taken.has(column)) continue
    mapping[name] = column
    taken.add(column)
  }
  return mapping
}

/** Recognises which of the two shapes a file has; null when it could be either. */
export function guessKind(header: readonly string[]): MappingGuess {
  const register = guessMapping(header, 'register')
  const roster = guessMapping(header, 'roster')
  const registerScore = count(register, [
    'units',
    'recordedOn',
    'county',
    'managerRoute',
    'primaryStatus',
    'entityNumber',
  ])
  const rosterScore = count(roster, [
    'unit',
    'email',
    'phone',
    'ownerSince',
    'firstName',
    'lastName',
    'mailingAddress',
  ])
  if (register.name !== undefined && registerScore > rosterScore)
    return { kind: 'register', mapping: register }
  if (roster.unit !== undefined && rosterScore > registerScore) return { kind: 'roster', mapping: roster }
  return { kind: null, mapping: {} }
}

/** Labels of what must still be mapped before a dry run makes sense. */
export function missingFields(mapping: Mapping, kind: ImportKind): string[] {
  const has = (field: string) => mapping[field] !== undefined
  if (kind === 'register') return has('name') ? [] : ['Association']
  return [
    has('association') || has('associationKey') ? null : 'Association',
    has('unit') ? null : 'Unit',
    has('name') || has('firstName') || has('lastName') ? null : 'Name',
  ].filter(label => label !== null)
}

/** 100 and more for a synonym, earlier ones first; up to 60 when a synonym's words are all in the heading. */
function scoreHeading(heading: string, synonyms: readonly string[]): number {
  if (heading === '') return 0
  const exact = synonyms.indexOf(heading)
  if (exact >= 0) return 200 - exact
  const joined = heading.replaceAll(' ', '')
  const loose = synonyms.findIndex(synonym => synonym.replaceAll(' ', '') === joined)
  if (loose >= 0) return 150 - loose
  const words = new Set(heading.split(' '))
  let best = 0
  for (const synonym of synonyms) {
    const parts = synonym.split(' ')
    if (parts.length < 2 || !parts.every(part => words.has(part))) continue
    best = Math.max(best, (parts.length / words.size) * 60)
  }
  return best >= 30 ? best : 0
}

function count(mapping: Mapping, names: readonly string[]): number {
  return names.filter(name => mapping[name] !== undefined).length
}
