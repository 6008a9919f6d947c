import type { TenantTx } from '@/lib/db/in-tenant'
import type { RowMessage, RowOutcome } from './schema'

/** A row of the dry run as it is kept. */
export type StagedRow = {
  rowNumber: number
  cells: string[]
  outcome: RowOutcome | 'pending'
  messages: RowMessage[]
  value: unknown
  matchKey?: string | null
  managerKey?: string | null
  managerName?: string | null
  county?: string | null
  unitCount?: number
  unitId?: string | null
}

/** Keeps rows of the dry run, and counts them into their import; rows still pending are counted later. */
export async function stageRows(
  tx: TenantTx,
  importId: string,
  rows: readonly StagedRow[],
  progress: { readToRow: number; readBytes: number },
): Promise<void> {
  await tx.$executeRaw`
    insert into app.import_rows (import_id, row_number, cells, outcome, messages, value, match_key, manager_key,
      manager_name, county, unit_count, unit_id)
    select ${importId}::uuid, r."rowNumber", array(select jsonb_array_elements_text(r.cells)), r.outcome, r.messages,
      r.value, ${importId}::text || ' ' || r."matchKey", r."managerKey", r."managerName", r.county, coalesce(r."unitCount", 0), r."unitId"
    from jsonb_to_recordset(${JSON.stringify(rows).replaceAll('\\u0000', '')}::jsonb) as r("rowNumber" int, cells jsonb,
      outcome text, messages jsonb, value jsonb, "matchKey" text, "managerKey" text, "managerName" text, county text,
      "unitCount" int, "unitId" uuid)`
  const count = (outcome: RowOutcome) => rows.filter(row => row.outcome === outcome).length
  await tx.$executeRaw`
    update app.imports set read_to_row = ${progress.readToRow}::int, read_bytes = ${progress.readBytes}::bigint,
      new_count = new_count + ${count('new')}::int, changed_count = changed_count + ${count('changed')}::int,
      unchanged_count = unchanged_count + ${count('unchanged')}::int,
      refused_count = refused_count + ${count('refused')}::int
    where id = ${importId}::uuid`
}
