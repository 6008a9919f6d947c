import { describe, expect, it } from 'vitest'
import type { Meter } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { dailyPoints, daysOf, headlineOf, monthlyPoints } from './rules'
import { writeUsageCsv } from './write-usage-csv'

const day = (text: string) => text as LocalDate
const usage = (
  [
    ['homeowners', '2026-01-31', 10n],
    ['homeowners', '2026-02-01', 20n],
    ['homeowners', '2026-02-02', 30n],
    ['emails', '2026-02-01', 5n],
    ['emails', '2026-02-02', 7n],
  ] as [Meter, string, bigint][]
).map(([meter, on, quantity]) => ({ meter, day: day(on), quantity }))

describe('usage over time', () => {
  it('covers thirty days or twelve months, today included', () => {
    expect(daysOf('30d', day('2026-03-01'))).toEqual({ from: '2026-01-31', until: '2026-03-02' })
    expect(daysOf('12m', day('2026-03-01'))).toEqual({ from: '2025-04-01', until: '2026-03-02' })
  })

  it('keeps days that were not metered apart from zero', () => {
    const days = { from: day('2026-01-30'), until: day('2026-02-02') }
    expect(dailyPoints(usage, 'homeowners', days).map(point => point.quantity)).toEqual([null, 10, 20])
  })

  it('averages levels and sums counts by month', () => {
    const days = { from: day('2025-12-01'), until: day('2026-02-03') }
    expect(monthlyPoints(usage, 'homeowners', days)).toEqual([
      { on: '2025-12-01', quantity: null },
      { on: '2026-01-01', quantity: 10 },
      { on: '2026-02-01', quantity: 25 },
    ])
    expect(monthlyPoints(usage, 'emails', days).at(-1)).toEqual({ on: '2026-02-01', quantity: 12 })
  })

  it('puts the last level or the sum of counts beside the name', () => {
    const days = { from: day('2026-02-01'), until: day('2026-02-05') }
    expect(headlineOf(dailyPoints(usage, 'homeowners', days), 'homeowners')).toBe(30)
    expect(headlineOf(dailyPoints(usage, 'emails', days), 'emails')).toBe(12)
    expect(headlineOf(dailyPoints(usage, 'texts', days), 'texts')).toBeNull()
  })
})

describe('writeUsageCsv', () => {
  it('writes a line a day and a column a meter, empty where nothing was metered', () => {
    const csv = writeUsageCsv(usage, { from: day('2026-01-31'), until: day('2026-02-02') })
    expect(csv.replace('\ufeff', '').split('\r\n')).toEqual([
      'Day (UTC),Homeowners,Users,Storage (bytes),Emails,Text messages,API calls',
      '2026-01-31,10,,,,,',
      '2026-02-01,20,,,5,,',
      '',
    ])
  })
})
