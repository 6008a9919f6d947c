import type { TenantTx } from '@/lib/db/in-tenant'
import { matchChoice } from './match-choice'
import type { RegisterChoice, RowMessage, RowOutcome } from './schema'

/** A row; `ownerSince` is the day that was read from a roster's row, YYYY-MM-DD, null when none was. */
export type ListedRow = {
  rowNumber: number
  cells: string[]
  messages: RowMessage[]
  ownerSince: string | null
}

/**
 * Rows of an import with one outcome, in the order of the file, from after a row on.
 * @param wanted `choice` narrows them to the chosen companies and counties, except refused ones: what a refused row
 * names is not known for sure, and no choice takes it
 */
export async function listImportRows(
  tx: TenantTx,
  importId: string,
  wanted: { outcome: RowOutcome; after: number; limit: number; choice?: RegisterChoice },
): Promise<ListedRow[]> {
  const all: RegisterChoice = { managers: [], counties: [] }
  const choice = wanted.outcome === 'refused' ? all : (wanted.choice ?? all)
  return tx.$queryRaw<ListedRow[]>`
    select row_number as "rowNumber", cells, messages, value ->> 'ownerSince' as "ownerSince"
    from app.import_rows
    where import_id = ${importId}::uuid and outcome = ${wanted.outcome} and row_number > ${wanted.after}::int
      and ${matchChoice(choice)}
    order by row_number limit ${wanted.limit}`
}
