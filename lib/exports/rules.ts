import { stringify } from 'csv-stringify/sync'
import type { List, ListColumn } from '@/lib/lists/define-list'

const harmless = /^[+-]?[\d ().,-]+$/

/** Text that a spreadsheet would run as a formula, made text again by an apostrophe; plain numbers stay. */
export function inertText(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !harmless.test(text) ? `'${text}` : text
}

const formats = new Map<string, Intl.DateTimeFormat>()

function instantText(at: string, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone })
  formats.set(zone, format)
  return format.format(new Date(at))
}

function cellText(column: ListColumn, value: unknown, zone: string): string {
  if (value === null || value === undefined) return ''
  if (column.kind === 'instant') return instantText(String(value), zone)
  if (column.kind === 'flag') return value ? 'Yes' : 'No'
  if (column.kind === 'number' || column.kind === 'date') return String(value)
  const word = column.choices?.find(choice => choice.value === value)?.label
  return inertText(word ?? (typeof value === 'object' ? JSON.stringify(value) : String(value)))
}

const csv = (records: string[][]) => stringify(records, { record_delimiter: '\r\n' })

/** The first line of the file, after the mark that tells spreadsheets it is UTF-8. */
export function headerLine(list: List, columns: readonly string[]): string {
  return `\ufeff${csv([columns.map(name => inertText(list.columns[name]?.label ?? name))])}`
}

/** Rows of a list as lines of the file; `zone` is where instants are told. */
export function rowLines(
  list: List,
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
  zone: string,
): string {
  const shown = columns.flatMap(name => {
    const column = list.columns[name]
    return column ? [{ name, column }] : []
  })
  return csv(rows.map(row => shown.map(({ name, column }) => cellText(column, row[name], zone))))
}
