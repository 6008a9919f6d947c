import { z } from 'zod'
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

/** What the dry run says of one row. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** Largest upload, and the pieces in which it comes, in bytes. */
export const maxFileBytes = 50 * 1024 * 1024
export const chunkBytes = 256 * 1024

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

/** Confirming which column is what. */
export const startPreviewSchema = z.object({
  importId: z.uuid(),
  kind: z.enum(importKinds),
  mapping: z.record(z.string(), z.number().int().min(0)),
})
export type StartPreview = z.infer<typeof startPreviewSchema>

/** Correcting how a file is read; null: recognise it. */
export const rereadFileSchema = z.object({
  importId: z.uuid(),
  encoding: z.string().max(20).nullable(),
  delimiter: z.string().length(1).nullable(),
  headerRow: z.number().int().min(1).max(1000).nullable(),
})
export type RereadFile = z.infer<typeof rereadFileSchema>

/** Beginning a commit; of a register only the chosen companies and counties, null: all. */
export const startCommitSchema = z.object({
  importId: z.uuid(),
  managers: z.array(z.string().max(200)).min(1).nullable(),
  counties: z.array(z.string().max(200)).min(1).nullable(),
})
export type StartCommit = z.infer<typeof startCommitSchema>
