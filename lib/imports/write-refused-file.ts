import { stringify } from 'csv-stringify/sync'
import { asSession } from '@/lib/action/as-session'
import type { TenantId } from '@/lib/db/in-tenant'
import { type ListedRow, listImportRows } from './list-import-rows'
import { fieldsOf, type ImportKind } from './schema'

const batchRows = 500

/**
 * Writes the refused rows of an import as CSV, piece by piece: the columns of the file as they were, then the number of
 * the row and the reasons, so that it can be corrected and imported again. It breaks off with an error when the reader's
 * session or permission, or the company's standing, ends.
 */
export async function* writeRefusedFile(
  context: { tenantId: TenantId; sessionId: string | null },
  found: { id: string; header: string[]; kind: ImportKind | null },
): AsyncGenerator<Uint8Array> {
  const labels = new Map((found.kind ? fieldsOf(found.kind) : []).map(({ name, label }) => [name, label]))
  const transact = asSession(context, ['import:read'])
  const encoder = new TextEncoder()
  // With the mark, Excel reads UTF-8.
  yield encoder.encode(
    `\uFEFF${writeRows([[...found.header.map(disarm), 'Row in the file', 'Why it was refused']])}`,
  )
  let after = 0
  for (;;) {
    const rows = await transact(tx =>
      listImportRows(tx, found.id, { outcome: 'refused', after, limit: batchRows }),
    )
    if (rows.length > 0)
      yield encoder.encode(writeRows(rows.map(row => printRow(row, found.header.length, labels))))
    after = rows.at(-1)?.rowNumber ?? after
    if (rows.length < batchRows) return
  }
}

function printRow(
  { cells, rowNumber, messages }: ListedRow,
  width: number,
  labels: ReadonlyMap<string, string>,
): string[] {
  const padded = Array.from({ length: width }, (_, column) => cells[column] ?? '')
  const reasons = messages.map(({ field, message }) =>
    field ? `${labels.get(field) ?? field}: ${message}` : message,
  )
  return [...padded.map(disarm), String(rowNumber), disarm(reasons.join(' '))]
}

/** A cell that a spreadsheet would run as a formula is quoted; signed numbers and telephone numbers are none. */
function disarm(cell: string): string {
  return /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s().,-]*$/.test(cell))
    ? `'${cell}`
    : cell
}

function writeRows(rows: string[][]): string {
  return stringify(rows, { record_delimiter: '\r\n' })
}
