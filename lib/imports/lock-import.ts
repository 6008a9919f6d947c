import type { TenantTx } from '@/lib/db/in-tenant'
import type { ImportState } from './schema'

export type LockedImport = {
  previewNumber: number
  readToRow: number
  readFinished: boolean
  cursor: string | null
}

/**
 * Takes an import for one batch: until the transaction ends nobody else moves it on. Gives null when it is no
 * longer in the state the batch is for, because it was cancelled, restarted or finished by another worker.
 * Plans that the connection has kept are thrown away: those made when the tables were small, also for checking
 * foreign keys, would read them whole as they grow by thousands of rows a batch.
 */
export async function lockImport(
  tx: TenantTx,
  importId: string,
  state: ImportState,
): Promise<LockedImport | null> {
  await tx.$executeRaw`discard plans`
  const rows = await tx.$queryRaw<LockedImport[]>`
    select preview_number as "previewNumber", read_to_row as "readToRow", read_finished_at is not null as "readFinished", cursor
    from app.imports where id = ${importId}::uuid and state = ${state} for update`
  return rows[0] ?? null
}
