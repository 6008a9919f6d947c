import type { TenantTx } from '@/lib/db/in-tenant'
import type { RowMessage } from './schema'

/** Marks rows that the dry run had accepted as refused after all, because what they rest on has changed since. */
export async function refuseRows(
  tx: TenantTx,
  importId: string,
  rows: readonly { rowNumber: number; messages: RowMessage[] }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    with before as (
      select r.row_number, r.outcome, v.messages from app.import_rows r
      join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v("rowNumber" int, messages jsonb)
        on v."rowNumber" = r.row_number
      where r.import_id = ${importId}::uuid and r.outcome <> 'refused'),
    marked as (
      update app.import_rows r set outcome = 'refused', messages = b.messages from before b
      where r.import_id = ${importId}::uuid and r.row_number = b.row_number)
    update app.imports set refused_count = refused_count + (select count(*) from before),
      new_count = new_count - (select count(*) from before where outcome = 'new'),
      changed_count = changed_count - (select count(*) from before where outcome = 'changed'),
      unchanged_count = unchanged_count - (select count(*) from before where outcome = 'unchanged')
    where id = ${importId}::uuid`
}
