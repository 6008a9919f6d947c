import type { TenantTx } from '@/lib/db/in-tenant'

/** Finds which rows of this import, read earlier and not refused, speak of the same things. */
export async function findStagedKeys(
  tx: TenantTx,
  importId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ key: string; rowNumber: number }[]>`
    select wanted.key, found."rowNumber" from unnest(${[...keys]}::text[]) as wanted(key)
    cross join lateral (
      select min(r.row_number) as "rowNumber" from app.import_rows r
      where r.match_key = ${importId}::text || ' ' || wanted.key and r.outcome <> 'refused') found
    where found."rowNumber" is not null`
  return new Map(rows.map(({ key, rowNumber }) => [key, rowNumber]))
}
