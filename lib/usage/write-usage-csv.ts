import { stringify } from 'csv-stringify/sync'
import { meters } from '@/lib/plans/plan'
import type { DayUsage } from '@/lib/rating/invoice'
import { eachDay } from '@/lib/time/month'
import { type Days, metersInUse } from './facts'

/** Writes daily usage as CSV, after the mark that tells spreadsheets it is UTF-8. */
export function writeUsageCsv(usage: readonly DayUsage[], { from, until }: Days): string {
  const known = new Map(usage.map(({ meter, day, quantity }) => [`${meter} ${day}`, quantity]))
  const header = metersInUse.map(
    meter => `${meters[meter].title}${meter === 'storage-bytes' ? ' (bytes)' : ''}`,
  )
  const rows = eachDay(from, until).map(day => [
    day,
    ...metersInUse.map(meter => known.get(`${meter} ${day}`)?.toString() ?? ''),
  ])
  return `\ufeff${stringify([['Day (UTC)', ...header], ...rows], { record_delimiter: '\r\n' })}`
}
