import type { ReactNode } from 'react'
import { formatInstant, formatLocalDate } from '@/components/ui/format-date'
import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { type CellValue, hrefOf, type TableColumn, type TableRow } from './column'

function textOf(value: CellValue): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : String(value)
}

function wordOf(column: TableColumn, text: string): ReactNode {
  const word = column.words?.[text]
  const tone = word?.tone ?? 'neutral'
  const label = word?.label ?? text
  if (column.kind === 'status') return <span className={`status status-${tone}`}>{label}</span>
  return <span className={`tag tag-${tone}`}>{label}</span>
}

function formatted(column: TableColumn, row: TableRow, value: CellValue, text: string): ReactNode {
  switch (column.kind) {
    case 'number':
      return formatNumber(Number(value))
    case 'money':
      return formatMoney(text, textOf(column.currencyKey ? row[column.currencyKey] : undefined) ?? 'USD')
    case 'date':
      return formatLocalDate(text)
    case 'instant':
      return formatInstant(text, column.zone ?? 'UTC')
    case 'yesNo':
      return value ? 'Yes' : 'No'
    case 'status':
    case 'badge':
      return wordOf(column, text)
    default:
      return column.words?.[text]?.label ?? text
  }
}

/**
 * What stands in one cell. A function and not a component, with classes from the style sheet: fifty rows of ten
 * columns must not cost five hundred components.
 */
export function cellContent(column: TableColumn, row: TableRow): ReactNode {
  const value = row[column.id]
  const text = textOf(value)
  if (text === undefined) return <span className="none">—</span>
  const content = formatted(column, row, value, text)
  const href = hrefOf(row, column.hrefKey, column.hrefBase)
  const detail = column.detailKey ? textOf(row[column.detailKey]) : undefined
  const main = href ? <a href={href}>{content}</a> : content
  return detail ? (
    <>
      {main}
      <small>{detail}</small>
    </>
  ) : (
    main
  )
}
