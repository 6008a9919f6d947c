'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { type BulkAction, BulkBar } from './bulk-bar'
import { shownColumns, type TableColumn, type TableFilter, type TablePage } from './column'
import { changeQuery, isNarrowed, type TableQuery, tableHref } from './query'
import { NoResults, TableFooter } from './table-ends'
import { TableGrid } from './table-grid'
import { TableToolbar } from './table-toolbar'
import { useExpectedQuery } from './use-expected-query'
import { useTableKeys } from './use-table-keys'
import { useRowSelect, useTableModel } from './use-table-model'
import { useTableNavigation } from './use-table-navigation'
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

/** The one table of the back office; the server sorts, filters, searches and pages by what the address says. */
export function DataTable(props: DataTableProps) {
  const { noun, columns, page } = props
  const { query, expect } = useExpectedQuery(props)
  const root = useRef<HTMLDivElement>(null)
  const model = useTableModel(columns, page.rows, query)
  const { go, pending } = useTableNavigation(root, expect)
  const shown = useMemo(() => shownColumns(columns, query.columns), [columns, query.columns])
  const select = useRowSelect(model)
  const previousHref = page.previous && tableHref(changeQuery(query, { before: page.previous, after: null }))
  const nextHref = page.next && tableHref(changeQuery(query, { after: page.next, before: null }))
  const selectable = (props.bulkActions?.length ?? 0) > 0
  const clear = () => model.resetRowSelection(true)
  useTableKeys({
    root,
    go,
    previousHref,
    nextHref,
    clear,
    toggle: id => selectable && select(id, false),
  })
  const barren = page.rows.length === 0 && !isNarrowed(query) && !query.after && !query.before
  if (barren) return <div className="rounded-lg border bg-surface">{props.empty}</div>
  return (
    <div ref={root} data-table="" aria-busy={pending} className="data-table">
      <TableToolbar {...props} query={query} go={go} />
      <section aria-label={noun} tabIndex={page.rows.length > 0 ? 0 : undefined} className="data-table-frame">
        <TableGrid
          model={model}
          columns={shown}
          query={query}
          label={noun}
          hrefKey={props.rowHrefKey}
          hrefBase={props.rowHrefBase}
          onSelect={selectable ? select : undefined}
        />
        {page.rows.length === 0 && <NoResults query={query} noun={noun} />}
      </section>
      <TableFooter page={page} noun={noun} previousHref={previousHref} nextHref={nextHref} />
      {selectable && (
        <BulkBar
          actions={props.bulkActions ?? []}
          ids={Object.keys(model.state.rowSelection)}
          clear={clear}
        />
      )}
    </div>
  )
}
