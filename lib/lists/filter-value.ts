import { parseLocalDate } from '@/lib/time/local-date'
import type { ListColumn } from './define-list'

/** What a filter asks of one column. Ranges include both ends; dates are `YYYY-MM-DD`. */
export type Filter =
  | { is: 'in'; values: string[] }
  | { is: 'range'; from: string | null; to: string | null }
  | { is: 'empty' }
  | { is: 'set' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const whole = /^-?\d{1,15}$/

function isValue(column: ListColumn, value: string): boolean {
  if (column.kind === 'choice' && column.choices) return column.choices.some(choice => choice.value === value)
  if (column.kind === 'id') return uuid.test(value)
  if (column.kind === 'flag') return value === 'true' || value === 'false'
  return value.length > 0
}

function readRange(text: string, isEnd: (end: string) => boolean): Filter | null {
  const [from, to] = text.includes('..') ? text.split('..', 2) : [text, text]
  const end = (value: string | undefined) => (value && isEnd(value) ? value : null)
  const range = { is: 'range' as const, from: end(from), to: end(to) }
  return range.from === null && range.to === null ? null : range
}

/**
 * Reads a filter as it stands in the URL: one entry for each value, `from..to` for numbers and dates with either end
 * left out, `~empty` and `~set`.
 * @returns null when it means nothing for this column; the list is then not narrowed by it
 */
export function readFilter(column: ListColumn, texts: readonly string[]): Filter | null {
  const [first] = texts
  if (!column.filter || first === undefined) return null
  if (first === '~empty') return { is: 'empty' }
  if (first === '~set') return { is: 'set' }
  if (column.kind === 'number' || column.kind === 'money') return readRange(first, end => whole.test(end))
  if (column.kind === 'date' || column.kind === 'instant')
    return readRange(first, end => parseLocalDate(end) !== null)
  const values = texts.filter(value => isValue(column, value)).slice(0, 100)
  return values.length > 0 ? { is: 'in', values } : null
}
