import type { List, RowOf } from '@/lib/lists/define-list'
import { describeColumns } from '@/lib/lists/describe-columns'
import type { ListScope } from '@/lib/lists/list-sql'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import type { CellValue, TableColumn, TableFilter, TablePage, TableRow } from './column'
import { parseTableQuery, type SearchParams, type TableQuery } from './query'

type Option = { value: string; label: string }

export type TableSpec<L> = ListScope & {
  /** What only the screen knows of a column: `hrefKey`, `detailKey`, `width`, `kind`. */
  more?: { [Name in keyof (L & List)['columns']]?: Partial<TableColumn> }
  /** The filters to offer, in order; a text column's options are given here. */
  filters?: readonly ((keyof (L & List)['columns'] & string) | { id: string; options: readonly Option[] })[]
  /** Adds to a row what its links need. */
  row?: (row: RowOf<L>) => Record<string, CellValue>
  /** False: do not count the rows. */
  count?: boolean
}

export type LoadedTable = {
  columns: TableColumn[]
  filters: TableFilter[]
  page: TablePage
  query: TableQuery
}

function filterOf(list: List, wanted: string | { id: string; options: readonly Option[] }): TableFilter {
  const id = typeof wanted === 'string' ? wanted : wanted.id
  const column = list.columns[id]
  const label = column?.label ?? id
  if (column?.kind === 'date' || column?.kind === 'instant') return { id, label, kind: 'dates' }
  const options = typeof wanted === 'string' ? (column?.choices ?? []) : wanted.options
  return {
    id,
    label,
    kind: 'options',
    options: options.map(({ value, label: word }) => ({ value, label: word })),
  }
}

/** What a list's columns say of a row's values in words of their own. */
function said(list: List, row: Record<string, unknown>): Record<string, string> {
  const words = Object.entries(list.columns).flatMap(([name, { say }]) => {
    const value = row[name]
    return say && typeof value === 'string' ? [[name, say(value)]] : []
  })
  return Object.fromEntries(words)
}

/** Reads the page of a list that the address asks for, as the properties of a `DataTable`. For server pages. */
export async function loadTable<L>(
  tx: Parameters<typeof runList>[0],
  list: L & List,
  search: SearchParams,
  spec: TableSpec<L> = {},
): Promise<LoadedTable> {
  const columns: TableColumn[] = describeColumns(list, spec.more).map(column =>
    column.kind === 'instant' ? { zone: spec.zone, ...column } : column,
  )
  const filters = (spec.filters ?? []).map(wanted => filterOf(list, wanted))
  const sort = { id: list.defaultSort.column, direction: list.defaultSort.direction }
  const { rows, previous, next, total } = await runList<L>(tx, list, readListQuery(list, search), {
    where: spec.where,
    zone: spec.zone,
    count: spec.count !== false,
  })
  const page: TablePage = {
    rows: rows.map(row => ({ ...row, ...said(list, row), ...spec.row?.(row) }) as TableRow),
    previous,
    next,
    ...(total && { total: total.count, capped: total.capped }),
  }
  return { columns, filters, page, query: parseTableQuery(search, { columns, filters, sort }) }
}
