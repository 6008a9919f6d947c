import { addDays, type LocalDate, toDbDate } from './local-date'

declare const month: unique symbol

/** A calendar month without a zone, `YYYY-MM`. */
export type Month = string & { readonly [month]: true }

/** The month a date falls in. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month
}

/** The first day of a month. */
export function firstDayOf(of: Month): LocalDate {
  return `${of}-01` as LocalDate
}

/** The month some months later; negative for earlier. */
export function addMonths(to: Month, months: number): Month {
  const date = toDbDate(firstDayOf(to))
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7) as Month
}

/** How many days lie from one date up to, not including, another; negative when that one is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toDbDate(to).getTime() - toDbDate(from).getTime()) / 86_400_000)
}

/** How many days a month has. */
export function daysIn(of: Month): number {
  return daysBetween(firstDayOf(of), firstDayOf(addMonths(of, 1)))
}

/** The days from one date up to, not including, another; none when that one is not later. */
export function eachDay(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index))
}
