import { z } from 'zod'
import { maxColumns } from './limits'
import { registerFields } from './register-fields'
import { rosterFields } from './roster-fields'

/** The two shapes of file that can be imported. */
export const importKinds = ['register', 'roster'] as const
export type ImportKind = (typeof importKinds)[number]

/** Life of an import, in order; the last three are final. `inspected` waits for its columns to be confirmed. */
export const importStates = [
  'uploading',
  'uploaded',
  'inspected',
  'previewing',
  'previewed',
  'committing',
  'done',
  'failed',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]

export const importKindChoices = [
  { value: 'register', label: 'Register' },
  { value: 'roster', label: 'Roster' },
] as const

export const importStateChoices = [
  { value: 'uploading', label: 'Uploading', tone: 'info' },
  { value: 'uploaded', label: 'Opening', tone: 'info' },
  { value: 'inspected', label: 'Columns to confirm', tone: 'caution' },
  { value: 'previewing', label: 'Checking', tone: 'info' },
  { value: 'previewed', label: 'Checked', tone: 'caution' },
  { value: 'committing', label: 'Importing', tone: 'info' },
  { value: 'done', label: 'Done', tone: 'positive' },
  { value: 'failed', label: 'Failed', tone: 'critical' },
  { value: 'cancelled', label: 'Cancelled', tone: 'neutral' },
] as const

/** What the dry run says of one row. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

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

/** How many things a commit has written so far. */
export type Written = Partial<
  Record<
    | 'associationsCreated'
    | 'associationsChanged'
    | 'unitsCreated'
    | 'homeownersCreated'
    | 'homeownersChanged'
    | 'ownershipsStarted'
    | 'ownershipsEnded'
    | 'rowsRefused',
    number
  >
>

/**
 * An account of a finished import: what the file says, read anew, against what the database holds. `surplus` is what
 * stood there before and goes beyond the file.
 */
export type ControlTotals = {
  lines: { what: string; file: number; database: number; surplus: number }[]
  equal: boolean
}

/** Announcing a file. */
export const beginUploadSchema = z.object({
  fileName: z.string().trim().min(1).max(255),
  sizeBytes: z.number().int().min(1, 'The file is empty.'),
  kind: z.enum(importKinds).nullable().optional(),
})
export type BeginUpload = z.infer<typeof beginUploadSchema>

/** Confirming which column is what: for each column of the file the name of its field, or nothing. */
export const startPreviewSchema = z.object({
  importId: z.uuid(),
  kind: z.enum(importKinds),
  columns: z.array(z.string().max(40)).max(maxColumns),
})
export type StartPreview = z.infer<typeof startPreviewSchema>

const blankAsNull = z.string().transform(text => (text.trim() === '' ? null : text))

/** Correcting how a file is read; what is blank is recognised anew. */
export const rereadFileSchema = z.object({
  importId: z.uuid(),
  encoding: blankAsNull,
  delimiter: blankAsNull,
  headerRow: z
    .string()
    .regex(/^\s*([1-9]|[1-3]\d|40)?\s*$/, 'Give a row from 1 to 40.')
    .transform(text => (text.trim() === '' ? null : Number(text))),
})
export type RereadFile = z.infer<typeof rereadFileSchema>

/** Beginning a commit: the whole file, or of a register the chosen companies and counties (none: all of them). */
export const startCommitSchema = z.object({
  importId: z.uuid(),
  managers: z.array(z.string().max(200)).max(500).default([]),
  counties: z.array(z.string().max(200)).max(500).default([]),
})
export type StartCommit = z.infer<typeof startCommitSchema>

/** Keys of companies and names of counties to take of a register; '' stands for none named. */
export type RegisterChoice = Pick<StartCommit, 'managers' | 'counties'>

/** Naming one import. */
export const importIdSchema = z.object({ importId: z.uuid() })
