import type { Permission } from '@/lib/auth/permissions'
import type { Sql } from '@/lib/db/sql'
import { usualPageSize } from './page-sizes'

/**
 * What a column holds; decides how it is sorted, filtered and shown. `instant` is a timestamptz, `id` a uuid, `money`
 * whole minor units as text.
 */
export type ColumnKind = 'text' | 'number' | 'money' | 'date' | 'instant' | 'choice' | 'flag' | 'id' | 'json'

export type SortKey = {
  sql: Sql
  kind: Exclude<ColumnKind, 'json' | 'money'>
  /** The expression may be null; empty values then come last, whichever way it is sorted. */
  nullable?: true
}

/** A value of a `choice`, the word for it, and what its colour means. */
export type Choice = {
  value: string
  label: string
  tone?: 'neutral' | 'accent' | 'positive' | 'caution' | 'critical' | 'info'
}

export type ListColumn = {
  /** The header, on screen and in the exported file. */
  label: string
  kind: ColumnKind
  /** What is read; anything that Postgres can turn into JSON. */
  sql: Sql
  /** What it is sorted by, most significant first; the row's id is added. Prefer expressions that an index holds. */
  sort?: readonly SortKey[]
  /** Puts a value into words, on screen and in files, where choices cannot. */
  say?: (value: string) => string
  /** True: filtered by `sql`; otherwise by the expression given, or by a condition made from the values. */
  filter?: true | Sql | ((values: string[]) => Sql)
  /** The column that holds the ISO 4217 currency of `money`; USD unless told. */
  currency?: string
  /** The values of a `choice`, with the words for them. */
  choices?: readonly Choice[]
  /** Not shown until somebody chooses it. */
  hidden?: true
  /** Always shown. */
  fixed?: true
  /** Read with every row and never offered as a column: what cells and links of others need. */
  inner?: true
}

export type SortOrder<Name extends string = string> = { column: Name; direction: 'asc' | 'desc' }

export type ListSpec<C extends Record<string, ListColumn>> = {
  /** Names the list in URLs, saved views and exports. */
  id: string
  /** Who may read and export it. */
  can?: Permission
  /** The table with its alias, and joins that keep one row a record. */
  from: Sql
  /**
   * Joins that keep every row and only add to it. They are made for the rows of the page alone, unless the sort or a
   * filter needs them; `alias` is the one that `from` gives its only table. `laterals` are joins of the same kind that
   * only columns read, never a sort or a filter: they are made for the rows of the page in any case.
   */
  joined?: { alias: string; sql: Sql; laterals?: Sql }
  /** The id of a row, a uuid: the tie-break of every sort. */
  key: Sql
  columns: C
  defaultSort: SortOrder<keyof C & string>
  /** Stored normalised texts (`app.normalise`), any of which may hold a word; or a condition on a LIKE pattern. */
  search?: readonly Sql[] | ((pattern: string) => Sql)
  /** Filters that hold until the reader sets another on the same column, as they would stand in the URL. */
  defaultFilters?: Partial<Record<keyof C & string, readonly string[]>>
  /** The number of rows when nothing but the default filters narrows them, if that is cheaper than counting. */
  plainTotal?: Sql
  /** Rows on a page unless the address says how many; 25 unless told. */
  pageSize?: number
}

export type List<C extends Record<string, ListColumn> = Record<string, ListColumn>> = ListSpec<C> & {
  pageSize: number
}

type JsonOf<K extends ColumnKind> = K extends 'number'
  ? number
  : K extends 'flag'
    ? boolean
    : K extends 'json'
      ? unknown
      : string

/** A row as it leaves the database: plain JSON, its id and the columns that were read. */
export type RowOf<L> =
  L extends ListSpec<infer C>
    ? { id: string } & { [Name in keyof C]?: JsonOf<C[Name]['kind']> | null }
    : never

/** Defines a list: where its rows come from and what may be asked of them. Define it once, at the top of a module. */
export function defineList<const C extends Record<string, ListColumn>>(spec: ListSpec<C>): List<C> {
  if (!spec.columns[spec.defaultSort.column]?.sort)
    throw new Error(`${spec.id}: the default sort is not sortable`)
  return { ...spec, pageSize: spec.pageSize ?? usualPageSize }
}

/** The usual sort of a column by one expression that is never null. */
export function sortBy(kind: SortKey['kind'], sql: Sql): readonly SortKey[] {
  return [{ kind, sql }]
}
