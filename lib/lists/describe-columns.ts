import type { Choice, ColumnKind, List } from './define-list'
import { offeredColumns } from './read-list-query'

/** A column as plain data for the browser's table. */
export type DescribedColumn = {
  id: string
  header: string
  kind: 'text' | 'number' | 'money' | 'date' | 'instant' | 'badge' | 'yesNo'
  sortable: boolean
  hidden?: boolean
  fixed?: boolean
  currencyKey?: string
  words?: Record<string, Pick<Choice, 'label' | 'tone'>>
}

const kinds: Record<ColumnKind, DescribedColumn['kind']> = {
  text: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  instant: 'instant',
  choice: 'badge',
  flag: 'yesNo',
  id: 'text',
  json: 'text',
}

/**
 * Describes a list's columns to the table in the browser.
 * @param more what only the screen knows of a column: its link, width, second line
 */
export function describeColumns(
  list: List,
  more: Record<string, object | undefined> = {},
): DescribedColumn[] {
  return offeredColumns(list).map(id => {
    const column = list.columns[id]
    if (!column) throw new Error(`${list.id} has no column ${id}`)
    const words =
      column.choices && Object.fromEntries(column.choices.map(({ value, ...word }) => [value, word]))
    return {
      id,
      header: column.label,
      kind: kinds[column.kind],
      sortable: column.sort !== undefined,
      ...(column.hidden && { hidden: true }),
      ...(column.fixed && { fixed: true }),
      ...(column.currency && { currencyKey: column.currency }),
      ...(words && { words }),
      ...more[id],
    }
  })
}
