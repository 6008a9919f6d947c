import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perHomeowner } from '@/lib/plans/fixtures/versions'
import type { LocalDate } from '@/lib/time/local-date'
import { addMonths, eachDay, firstDayOf, type Month } from '@/lib/time/month'
import { days, histories, months, trials, usages } from './fixtures/histories'
import { forecastMonth, forecastUsage } from './forecast-month'
import type { DayUsage, RateInput } from './invoice'
import { rateMonth } from './rate-month'

const day = (text: string) => text as LocalDate
const june: RateInput = {
  month: '2026-06' as Month,
  currency: 'USD',
  periods: [{ plan: perHomeowner, startsOn: day('2026-01-01'), endsOn: null }],
  usage: [],
  trialEndsOn: null,
}
const emails = (on: string, quantity: bigint): DayUsage => ({ day: day(on), meter: 'emails', quantity })
const people = (on: string, quantity: bigint): DayUsage => ({ day: day(on), meter: 'homeowners', quantity })
const sumOf = (usage: DayUsage[]) => usage.reduce((sum, { quantity }) => sum + quantity, 0n)

describe('forecastMonth', () => {
  it('carries levels forward and goes on with counts at their average', () => {
    const usage = [people('2026-06-01', 100n), people('2026-06-10', 137n), emails('2026-06-02', 1_000n)]
    const { lines, forecast, asOf } = forecastMonth({ ...june, usage }, day('2026-06-11'))
    expect([forecast, asOf]).toEqual([true, '2026-06-11'])
    // One day at 100, 21 at 137; 1,000 emails in ten days, so 3,000 in thirty.
    expect(lines.map(line => line.amountMinor)).toEqual([50_00n, 248_08n, 3_00n])
  })

  it('counts what today brought when that is more than expected already', () => {
    const usage = [emails('2026-06-01', 10n), emails('2026-06-02', 500n)]
    expect(sumOf(forecastUsage({ ...june, usage }, day('2026-06-02')))).toBe(10n + 500n + 28n * 10n)
  })

  it('averages over the days since the first subscription, and starts from what the first day brought', () => {
    const periods = [{ plan: perHomeowner, startsOn: day('2026-06-21'), endsOn: null }]
    const usage = [emails('2026-06-21', 10n), emails('2026-06-22', 20n)]
    expect(sumOf(forecastUsage({ ...june, periods, usage }, day('2026-06-23')))).toBe(30n + 8n * 15n)
    expect(sumOf(forecastUsage({ ...june, periods, usage }, day('2026-06-21')))).toBe(10n * 10n)
  })

  it('begins a month with the level in which the last one ended', () => {
    const usage = [people('2026-05-31', 40n)]
    expect(forecastMonth({ ...june, usage }, day('2026-06-01')).totalMinor).toBe(50_00n + 100_00n)
  })

  it('is the bill itself once the month is over, and never below what is certain already', () => {
    fc.assert(
      fc.property(histories, usages, trials, days, (periods, usage, trialEndsOn, today) => {
        for (const month of months) {
          const input = { month, currency: 'USD', periods, usage, trialEndsOn }
          const over = firstDayOf(addMonths(month, 1))
          const { forecast, asOf, ...bill } = forecastMonth(input, over)
          expect([forecast, asOf]).toEqual([true, over])
          expect(bill).toEqual(rateMonth(input))
          const sofar = rateMonth({ ...input, usage: usage.filter(one => one.day <= today) })
          expect(forecastMonth(input, today).totalMinor).toBeGreaterThanOrEqual(sofar.totalMinor)
        }
      }),
    )
  })

  it('forecasts an even month exactly, on whichever of its days', () => {
    const all = eachDay(day('2026-06-01'), day('2026-07-01'))
    fc.assert(
      fc.property(fc.bigInt(0n, 9_999n), fc.constantFrom(...all), (each, today) => {
        const usage = all.flatMap(on => [people(on, each), emails(on, each)])
        expect(forecastMonth({ ...june, usage }, today).totalMinor).toBe(
          rateMonth({ ...june, usage }).totalMinor,
        )
      }),
    )
  })
})
