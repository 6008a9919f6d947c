import type { TenantTx } from '@/lib/db/in-tenant'
import type { RowMessage, RowOutcome } from './schema'

export type ListedRow = { rowNumber: number; cells: string[]; messages: RowMessage[] }

/** Rows of an import with one outcome, in the order of the file, from after a row on. */
export async function listImportRows(
  tx: TenantTx,
  importId: string,
  wanted: { outcome: RowOutcome; after: number; limit: number },
): Promise<ListedRow[]> {
  return tx.$queryRaw<ListedRow[]>`
    select row_number as "rowNumber", cells, messages from app.import_rows
    where import_id = ${importId}::uuid and outcome = ${wanted.outcome} and row_number > ${wanted.after}::int
    order by row_number limit ${wanted.limit}`
}
