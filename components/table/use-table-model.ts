'use client'

import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { shownColumns, type TableColumn, type TableRow } from './column'
import type { TableQuery } from './query'

// Sorting, filtering and paging are the server's; the table keeps what is shown and what is selected.
const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature })

const rowId = (row: TableRow) => row.id

/** The table's state over one page of rows; another page starts with nothing selected. */
export function useTableModel(columns: TableColumn[], rows: TableRow[], query: TableQuery) {
  const [rowSelection, setSelection] = useState<RowSelectionState>({})
  const [selectedOf, setSelectedOf] = useState(rows)
  if (selectedOf !== rows) {
    setSelectedOf(rows)
    const here = new Set(rows.map(rowId))
    setSelection(kept => Object.fromEntries(Object.entries(kept).filter(([id]) => here.has(id))))
  }
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, TableRow> => ({
          id: column.id,
          header: column.header,
          accessorFn: row => row[column.id],
          enableSorting: column.sortable ?? false,
          enableHiding: !column.fixed,
        }),
      ),
    [columns],
  )
  const visible = useMemo(() => {
    const shown = new Set(shownColumns(columns, query.columns).map(column => column.id))
    return Object.fromEntries(columns.map(column => [column.id, shown.has(column.id)]))
  }, [columns, query.columns])
  const sorting = useMemo(() => [{ id: query.sort.id, desc: query.sort.direction === 'desc' }], [query.sort])
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    manualSorting: true,
    state: { columnVisibility: visible, sorting, rowSelection },
    onRowSelectionChange: setSelection,
  })
}

export type TableModel = ReturnType<typeof useTableModel>

/** Toggles one row, or with Shift the rows since the last; always the same function, so that rows stay remembered. */
export function useRowSelect(model: TableModel) {
  const latest = useRef(model)
  useEffect(() => {
    latest.current = model
  })
  return useCallback((id: string, shiftKey: boolean) => {
    const row = latest.current.getRow(id)
    row.getToggleSelectedHandler()({ shiftKey, target: { checked: !row.getIsSelected() } })
  }, [])
}
