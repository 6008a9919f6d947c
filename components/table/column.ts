import type { Tone } from '@/components/ui/badge'

/** One cell's value as it crosses from server to browser: dates as text, money as text of minor units. */
export type CellValue = string | number | boolean | null | undefined

/** One row as plain data; `id` is what bulk actions send. */
export type TableRow = { id: string } & Record<string, CellValue>

export type ColumnKind = 'text' | 'number' | 'money' | 'date' | 'instant' | 'status' | 'badge' | 'yesNo'

/** A column described as plain data, so that a server page can hand it to the table. */
export type TableColumn = {
  /** Key of the value in a row, and the column's name in the address. */
  id: string
  header: string
  kind?: ColumnKind
  sortable?: boolean
  align?: 'start' | 'end'
  /** Key of the row's address, or of what follows `hrefBase`; makes the value a link. */
  hrefKey?: string
  hrefBase?: string
  /** Key of a second, quieter line. */
  detailKey?: string
  /** Words and tones of a status or badge by value; a value without an entry shows as it is. */
  words?: Record<string, { label: string; tone?: Tone }>
  /** Key of the ISO 4217 currency of a money column; `USD` unless told. */
  currencyKey?: string
  /** IANA zone in which instants are shown. */
  zone?: string
  /** CSS width. */
  width?: string
  /** Left out until chosen. */
  hidden?: boolean
  /** Always shown. */
  fixed?: boolean
}

/** A filter offered above the table; its values stand in the address as `f.<id>`. */
export type TableFilter =
  | {
      id: string
      label: string
      kind: 'options'
      options: { value: string; label: string; count?: number }[]
      single?: boolean
    }
  | { id: string; label: string; kind: 'dates' }

/** A page of rows with the cursors of its neighbours, as keyset paging gives them. */
export type TablePage = {
  rows: TableRow[]
  previous: string | null
  next: string | null
  /** How many rows there are in all, when known. */
  total?: number
  /** There are more than `total`; nobody counted them all. */
  capped?: boolean
}

/** A stored choice of filters, sorting and columns. */
export type SavedView = { id: string; name: string; query: string; shared?: boolean; deletable?: boolean }

/** The address that a key of the row holds, after what all addresses of the column begin with. */
export function hrefOf(row: TableRow, key: string | undefined, base = ''): string | undefined {
  const value = key ? row[key] : undefined
  return value ? `${base}${value}` : undefined
}

/** Whether a column's values line up at the end of the cell. */
export function alignsEnd(column: TableColumn) {
  return column.align ? column.align === 'end' : column.kind === 'number' || column.kind === 'money'
}

/** The columns to show: those chosen, in the order of their definition, or the usual ones. */
export function shownColumns(columns: TableColumn[], chosen: string[] | null): TableColumn[] {
  return columns.filter(column => column.fixed || (chosen ? chosen.includes(column.id) : !column.hidden))
}
