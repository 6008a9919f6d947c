import { stringify } from 'csv-stringify/sync'
import type { List, ListColumn } from '@/lib/lists/define-list'
import { minorExponent } from '@/lib/money/currency'

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

/** Minor units as a plain number that spreadsheets add up: 1250 of USD is `12.50`. */
function moneyText(minor: string, currency: string): string {
  const decimals = minorExponent(currency)
  const digits = minor.replace('-', '').padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${minor.startsWith('-') ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`
}

type Row = Record<string, unknown>

function cellText(column: ListColumn, value: unknown, row: Row, zone: string): string {
  if (value === null || value === undefined) return ''
  if (column.kind === 'money')
    return moneyText(String(value), String((column.currency && row[column.currency]) ?? 'USD'))
  if (column.kind === 'instant') return instantText(String(value), zone)
  if (column.kind === 'flag') return value ? 'Yes' : 'No'
  if (column.kind === 'number' || column.kind === 'date') return String(value)
  const word = column.say?.(String(value)) ?? column.choices?.find(choice => choice.value === value)?.label
  return inertText(word ?? (typeof value === 'object' ? JSON.stringify(value) : String(value)))
}

const csv = (records: string[][]) => stringify(records, { record_delimiter: '\r\n' })

/** The columns a file has: those asked for, and beside the first amount of money its currency. */
export function fileColumns(list: List, asked: readonly string[]): string[] {
  return [
    ...new Set(
      asked.flatMap(name => {
        const currency = list.columns[name]?.currency
        return currency ? [name, currency] : [name]
      }),
    ),
  ]
}

/** The first line of the file, after the mark that tells spreadsheets it is UTF-8. */
export function headerLine(list: List, columns: readonly string[]): string {
  return `\ufeff${csv([columns.map(name => inertText(list.columns[name]?.label ?? name))])}`
}

/** Rows of a list as lines of the file; `zone` is where instants are told. */
export function rowLines(list: List, columns: readonly string[], rows: readonly Row[], zone: string): string {
  const shown = columns.flatMap(name => {
    const column = list.columns[name]
    return column ? [{ name, column }] : []
  })
  return csv(rows.map(row => shown.map(({ name, column }) => cellText(column, row[name], row, zone))))
}
