import type { TenantTx } from '@/lib/db/in-tenant'
import type { ControlTotals, ImportKind, ImportState, Mapping, Written } from './schema'

/** An import as screens and jobs see it. */
export type Import = {
  id: string
  kind: ImportKind | null
  state: ImportState
  fileId: string
  fileName: string
  sizeBytes: number
  sha256: string | null
  format: 'csv' | 'xlsx' | null
  encoding: string | null
  delimiter: string | null
  sheetName: string | null
  headerRow: number | null
  header: string[]
  sample: string[][]
  mapping: Mapping
  chosenManagers: string[] | null
  chosenCounties: string[] | null
  previewNumber: number
  readToRow: number
  readBytes: number
  readFinishedAt: Date | null
  newCount: number
  changedCount: number
  unchangedCount: number
  refusedCount: number
  cursor: string | null
  rowsChosen: number
  rowsDone: number
  written: Written
  control: ControlTotals | null
  problem: string | null
  problemRow: number | null
  createdBy: string | null
  createdByName: string | null
  createdAt: Date
  previewedAt: Date | null
  committedAt: Date | null
  finishedAt: Date | null
  cancelledAt: Date | null
}

/** Finds one import; null also for another tenant's. */
export async function findImport(tx: TenantTx, importId: string): Promise<Import | null> {
  const rows = await tx.$queryRaw<Import[]>`
    select i.id, i.kind, i.state, i.file_id as "fileId", i.file_name as "fileName", i.size_bytes::float8 as "sizeBytes",
      i.sha256, i.format, i.encoding, i.delimiter, i.sheet_name as "sheetName", i.header_row as "headerRow", i.header,
      i.sample, i.mapping, i.chosen_managers as "chosenManagers", i.chosen_counties as "chosenCounties",
      i.preview_number as "previewNumber", i.read_to_row as "readToRow", i.read_bytes::float8 as "readBytes",
      i.read_finished_at as "readFinishedAt", i.new_count as "newCount", i.changed_count as "changedCount",
      i.unchanged_count as "unchangedCount", i.refused_count as "refusedCount", i.cursor,
      i.rows_chosen as "rowsChosen", i.rows_done as "rowsDone", i.written, i.control, i.problem,
      i.problem_row as "problemRow", i.created_by as "createdBy", u.name as "createdByName",
      i.created_at as "createdAt", i.previewed_at as "previewedAt", i.committed_at as "committedAt",
      i.finished_at as "finishedAt", i.cancelled_at as "cancelledAt"
    from app.imports i left join app.users u on u.tenant_id = i.tenant_id and u.id = i.created_by
    where i.id = ${importId}::uuid`
  return rows[0] ?? null
}
