import { addDays, type LocalDate } from '@/lib/time/local-date'
import type { MetricDay } from './read-metrics'

/** Figures by metric and day; a day that was never rolled up has none. */
export type MetricTable = ReadonlyMap<string, ReadonlyMap<LocalDate, bigint>>

/** Puts figures into a table. */
export function tableOf(days: readonly MetricDay[]): MetricTable {
  const table = new Map<string, Map<LocalDate, bigint>>()
  for (const { metric, day, value } of days) {
    const series = table.get(metric) ?? new Map<LocalDate, bigint>()
    series.set(day, value)
    table.set(metric, series)
  }
  return table
}

/** One metric's figure of a day; null where none was made. */
export function figureOn(table: MetricTable, metric: string, day: LocalDate): number | null {
  const value = table.get(metric)?.get(day)
  return value === undefined ? null : Number(value)
}

/** The sum of a metric over the days that end with one; null when nothing is known of any of them. */
export function sumUntil(table: MetricTable, metric: string, last: LocalDate, days: number): number | null {
  const known = Array.from({ length: days }, (_, back) => figureOn(table, metric, addDays(last, -back)))
  const values = known.filter(value => value !== null)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

/** A share as a fraction of one; null when there is no whole to have a share of. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : part / whole
}

/** The shares that the dashboard shows, as fractions of one. */
export const shares = {
  /** Of what companies that paid thirty days ago paid then, how much they pay now; new companies do not count. */
  retention: (t: MetricTable, day: LocalDate) =>
    shareOf(figureOn(t, 'kept-mrr-now', day), figureOn(t, 'kept-mrr-before', day)),
  /** Of the companies that paid thirty days ago, how many pay no more. */
  churn: (t: MetricTable, day: LocalDate) =>
    shareOf(figureOn(t, 'kept-lost', day), figureOn(t, 'kept-before', day)),
  /** Of the trials that ended in ninety days, how many went on as paying companies. */
  conversion: (t: MetricTable, day: LocalDate) =>
    shareOf(sumUntil(t, 'trials-converted', day, 90), sumUntil(t, 'trials-ended', day, 90)),
} as const
