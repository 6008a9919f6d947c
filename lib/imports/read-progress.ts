import { type Account, takesWrites } from '@/lib/auth/account'
import type { TenantTx } from '@/lib/db/in-tenant'
import { findImport, type Import } from './find-import'
import type { ImportState, Written } from './schema'

/** How far an import is; `done` of `total` in steps of its present state. */
export type Progress = {
  state: ImportState
  done: number
  total: number
  rowsRead: number
  refused: number
  written: Written
  /** Whether it stands still until the company may write again. */
  held: boolean
}

/** Reads how far an import is; null when there is none. */
export async function readProgress(
  tx: TenantTx,
  account: Pick<Account, 'state'>,
  importId: string,
): Promise<Progress | null> {
  const found = await findImport(tx, importId)
  return found && progressOf(found, account)
}

/** How far an import is, from what is known of it and of the company's standing. */
export function progressOf(found: Import, account: Pick<Account, 'state'>): Progress {
  const judged = found.newCount + found.changedCount + found.unchangedCount + found.refusedCount
  const committing = found.state === 'committing'
  return {
    state: found.state,
    done: committing ? found.rowsDone : found.readBytes,
    total: committing ? found.rowsChosen : found.sizeBytes,
    rowsRead: Math.max(judged, found.readToRow - (found.headerRow ?? 0)),
    refused: found.refusedCount,
    written: found.written,
    held: committing && !takesWrites(account.state),
  }
}
