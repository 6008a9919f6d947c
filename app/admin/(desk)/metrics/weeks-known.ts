import type { MetricTable } from '@/lib/metrics/rules'
import { type LocalDate, toDbDate } from '@/lib/time/local-date'

/** How many weeks back from a day figures reach: at least eight, so that a chart is one, at most a year. */
export function weeksKnown(table: MetricTable, last: LocalDate): number {
  const days = [...table.values()].flatMap(series => [...series.keys()])
  const first = days.sort()[0] ?? last
  const weeks = Math.ceil((toDbDate(last).getTime() - toDbDate(first).getTime()) / (7 * 86_400_000)) + 1
  return Math.min(52, Math.max(8, weeks))
}
