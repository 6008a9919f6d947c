import { registerFields } from './register-fields'
import { rosterFields } from './roster-fields'

/** The two shapes of file that can be imported. */
export const importKinds = ['register', 'roster'] as const
export type ImportKind = (typeof importKinds)[number]

/** Life of an import, in order; the last three are final. */
export const importStates = [
  'uploaded',
  'previewing',
  'previewed',
  'committing',
  'done',
  'failed',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]

/** What the dry run says of one row. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'refused', 'skipped'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** Largest upload, in bytes. */
export const maxFileBytes = 50 * 1024 * 1024

/** Largest number of columns read, and of characters kept in one cell (the limit of Excel itself). */
export const maxColumns = 400
export const maxCellLength = 32_767

export type FieldSpec = { name: string; label: string; headings: string }

export type RegisterField = (typeof registerFields)[number]['name']
export type RosterField = (typeof rosterFields)[number]['name']

/** The fields of a kind, in the order in which screens show them. */
export function fieldsOf(kind: ImportKind): readonly FieldSpec[] {
  return kind === 'register' ? registerFields : rosterFields
}

/** Which column (from 0) feeds which field; a field without a column is absent. */
export type Mapping = Partial<Record<string, number>>

/** One thing said about one row: the field it concerns, or null for the row as a whole. */
export type RowMessage = { field: string | null; message: string }

/** A parsed row with what is worth telling, or everything that stands in its way. */
export type ParsedRow<T> = { ok: true; value: T; notes: RowMessage[] } | { ok: false; messages: RowMessage[] }
