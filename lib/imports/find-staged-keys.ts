import type { TenantTx } from '@/lib/db/in-tenant'

/** Finds which rows of this import, read earlier and not refused, speak of the same things. */
export async function findStagedKeys(
  tx: TenantTx,
  importId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ key: string; rowNumber: number }[]>`
    select match_key as key, min(row_number) as "rowNumber" from app.import_rows
    where import_id = ${importId}::uuid and match_key = any(${[...keys]}::text[]) and outcome <> 'refused'
    group by match_key`
  return new Map(rows.map(({ key, rowNumber }) => [key, rowNumber]))
}
