'use client'

import { useMemo, useRef } from 'react'
import { BulkBar } from './bulk-bar'
import { shownColumns, type TableRow } from './column'
import type { DataTableProps } from './data-table'
import { changeQuery, isNarrowed, tableHref } from './query'
import { NoResults, TableFooter } from './table-ends'
import { TableGrid } from './table-grid'
import { TableToolbar } from './table-toolbar'
import { useExpectedQuery } from './use-expected-query'
import { useTableKeys } from './use-table-keys'
import { useRowSelect, useTableModel } from './use-table-model'
import { useTableNavigation } from './use-table-navigation'

type Props = Omit<DataTableProps, 'page'> & {
  page: Omit<DataTableProps['page'], 'rows'>
  /** The page's rows as JSON. */
  rows: string
}

/** The table where it is used: what is selected, the keys, the way to another page. */
export function LiveTable({ page: neighbours, rows, ...rest }: Props) {
  const page = useMemo(() => ({ ...neighbours, rows: JSON.parse(rows) as TableRow[] }), [neighbours, rows])
  const props: DataTableProps = { ...rest, page }
  const { noun, columns } = props
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
