import { missingDay } from '@/lib/time/missing-day'
import { clip } from './clip'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a calendar date as American lists write it: MM/DD/YYYY, also with dashes or dots, one-digit parts and
 * two-digit years; ISO dates; `Jan 5, 2020` and `5-Jan-20`. A time of day is dropped.
 * @returns YYYY-MM-DD, or null when there is no such day or the text is no date
 */
export function readDate(text: string): string | null {
  const value = text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i, '')
    .trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value)
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const american = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(value)
  if (american) return calendarDay(fullYear(american[4]!), Number(american[1]), Number(american[3]))
  const named = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(value)
  if (named) return calendarDay(Number(named[3]), monthOf(named[1]!), Number(named[2]))
  const dayFirst = /^(\d{1,2})[- ]([a-z]{3,9})\.?[-, ]+(\d{4}|\d{2})$/i.exec(value)
  if (dayFirst) return calendarDay(fullYear(dayFirst[3]!), monthOf(dayFirst[2]!), Number(dayFirst[1]))
  return null
}

/** Two-digit years up to 49 belong to this century, as in spreadsheets. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year
}

function monthOf(name: string): number {
  const lower = name.toLowerCase()
  const index = months.indexOf(lower.slice(0, 3))
  const full = new Date(Date.UTC(2000, Math.max(index, 0), 1)).toLocaleString('en-US', {
    month: 'long',
    timeZone: 'UTC',
  })
  return full.toLowerCase().startsWith(lower) || lower === 'sept' ? index + 1 : 0
}

function calendarDay(year: number, month: number, day: number): string | null {
  if (year < 1600 || year > 9999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

/** Says why a cell holds no date: the day that its month has not, or how to write one. */
export function noDate(text: string): string {
  const missing = missingDay(text)
  return missing ? `“${clip(text)}”: ${missing}` : `“${clip(text)}” is not a date. Write it as MM/DD/YYYY.`
}
