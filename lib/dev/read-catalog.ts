import type { Client } from 'pg'

/** A table as `pg_catalog` describes it. */
export type CatalogTable = {
  schema: string
  name: string
  columns: { name: string; type: string; notNull: boolean; default: string | null; generated: boolean }[]
  primaryKey: string[]
  uniques: string[][]
  foreignKeys: { name: string; columns: string[]; toSchema: string; toTable: string; toColumns: string[] }[]
}

const sql = `
select n.nspname as schema, c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
      'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end, 'generated', a.attgenerated <> '') order by a.attnum)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(json_build_object('type', k.contype, 'name', k.conname,
      'columns', (select json_agg(a.attname order by x.n) from unnest(k.conkey) with ordinality x(num, n) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.num),
      'toSchema', fn.nspname, 'toTable', fc.relname,
      'toColumns', (select json_agg(a.attname order by x.n) from unnest(k.confkey) with ordinality x(num, n) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.num)) order by k.conname)
    from pg_constraint k left join pg_class fc on fc.oid = k.confrelid left join pg_namespace fn on fn.oid = fc.relnamespace
    where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')), '[]') as constraints
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = any($1) and c.relkind = 'r' order by 1, 2`

type Constraint = CatalogTable['foreignKeys'][number] & { type: 'p' | 'u' | 'f' }

/** Reads tables, columns and keys of the given schemas from the catalog. */
export async function readCatalog(client: Client, schemas: string[]): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable & { constraints: Constraint[] }>(sql, [schemas])
  return rows.map(({ constraints, ...table }) => ({
    ...table,
    primaryKey: constraints.find(k => k.type === 'p')?.columns ?? [],
    uniques: constraints.filter(k => k.type === 'u').map(k => k.columns),
    foreignKeys: constraints
      .filter(k => k.type === 'f')
      .map(({ name, columns, toSchema, toTable, toColumns }) => ({
        name,
        columns,
        toSchema,
        toTable,
        toColumns,
      })),
  }))
}
