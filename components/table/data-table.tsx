import type { ReactNode } from 'react'
import type { BulkAction } from './bulk-bar'
import type { TableColumn, TableFilter, TablePage } from './column'
import { LiveTable } from './live-table'
import type { TableQuery } from './query'
import type { TableViews } from './views-menu'

export type DataTableProps = {
  /** What the rows are, in the plural: "associations". */
  noun: string
  columns: TableColumn[]
  page: TablePage
  query: TableQuery
  filters?: TableFilter[]
  /** Key of the address a row opens, or of what follows `rowHrefBase`. */
  rowHrefKey?: string
  rowHrefBase?: string
  searchLabel?: string
  bulkActions?: BulkAction[]
  views?: TableViews
  /** Address that answers the same query as CSV. */
  exportHref?: string
  /** Shown when there is nothing at all, not even without filters; needed only with a page that has no rows. */
  empty: ReactNode
  /** Buttons at the end of the toolbar. */
  children?: ReactNode
}

/**
 * The one table of the back office; the server sorts, filters, searches and pages by what the address says. The rows
 * go to the browser as one text: as values, each cell would be written and read by itself, twice.
 */
export function DataTable({ page: { rows, ...page }, ...props }: DataTableProps) {
  return <LiveTable {...props} page={page} rows={JSON.stringify(rows)} />
}
