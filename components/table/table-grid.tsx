'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'
import { cellContent } from './cell'
import { alignsEnd, hrefOf, type TableColumn, type TableRow } from './column'
import { type TableQuery, tableHref, toggleSort } from './query'
import type { TableModel } from './use-table-model'

function HeaderCell({ column, query }: { column: TableColumn; query: TableQuery }) {
  const sorted = query.sort.id === column.id ? query.sort.direction : undefined
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={alignsEnd(column) ? 'end' : undefined}
      aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
      style={column.width ? { width: column.width } : undefined}
    >
      {column.sortable ? (
        <a href={tableHref(toggleSort(query, column.id))}>
          {column.header}
          <Arrow aria-hidden data-on={Boolean(sorted)} />
        </a>
      ) : (
        column.header
      )}
    </th>
  )
}

type RowProps = {
  row: TableRow
  columns: TableColumn[]
  hrefKey?: string
  hrefBase?: string
  selected: boolean
  onSelect?: (id: string, shiftKey: boolean) => void
}

// Rows are remembered, so that selecting one does not draw fifty.
const GridRow = memo(function GridRow({ row, columns, hrefKey, hrefBase, selected, onSelect }: RowProps) {
  return (
    <tr
      data-row={row.id}
      data-href={hrefOf(row, hrefKey, hrefBase)}
      tabIndex={-1}
      aria-selected={selected || undefined}
    >
      {onSelect && (
        <td className="pick">
          <input
            type="checkbox"
            className="check"
            aria-label={`Select ${row[columns[0]?.id ?? 'id']}`}
            checked={selected}
            onChange={() => undefined}
            onClick={event => onSelect(row.id, event.shiftKey)}
          />
        </td>
      )}
      {columns.map(column => (
        <td key={column.id} className={alignsEnd(column) ? 'end' : undefined}>
          {cellContent(column, row)}
        </td>
      ))}
    </tr>
  )
})

/** Head and body of the table. */
export function TableGrid({
  model,
  columns,
  query,
  label,
  hrefKey,
  hrefBase,
  onSelect,
}: {
  model: TableModel
  columns: TableColumn[]
  query: TableQuery
  label: string
  hrefKey?: string
  hrefBase?: string
  onSelect?: (id: string, shiftKey: boolean) => void
}) {
  const { rowSelection } = model.state
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {onSelect && (
            <th scope="col" className="pick">
              <input
                type="checkbox"
                className="check"
                aria-label="Select all on this page"
                checked={model.getIsAllRowsSelected()}
                ref={box => {
                  if (box) box.indeterminate = model.getIsSomeRowsSelected()
                }}
                onChange={model.getToggleAllRowsSelectedHandler()}
              />
            </th>
          )}
          {columns.map(column => (
            <HeaderCell key={column.id} column={column} query={query} />
          ))}
        </tr>
      </thead>
      <tbody>
        {model.getRowModel().rows.map(row => (
          <GridRow
            key={row.id}
            row={row.original}
            columns={columns}
            hrefKey={hrefKey}
            hrefBase={hrefBase}
            selected={rowSelection[row.id] === true}
            onSelect={onSelect}
          />
        ))}
      </tbody>
    </table>
  )
}
