import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from './local-date'
import { addMonths, daysBetween, daysIn, eachDay, firstDayOf, type Month, monthOf } from './month'

const day = (text: string) => text as LocalDate
const days = fc.nat({ max: 80_000 }).map(offset => addDays(day('1970-01-01'), offset))

describe('months', () => {
  it.each([
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-06', 30],
    ['2026-12', 31],
  ])('%s has %d days', (month, count) => {
    expect(daysIn(month as Month)).toBe(count)
  })

  it('count over the turn of a year, both ways', () => {
    expect(addMonths('2026-11' as Month, 3)).toBe('2027-02')
    expect(addMonths('2026-01' as Month, -1)).toBe('2025-12')
  })

  it('hold each of their days once', () => {
    fc.assert(
      fc.property(days, date => {
        const month = monthOf(date)
        const all = eachDay(firstDayOf(month), firstDayOf(addMonths(month, 1)))
        expect(all.filter(one => one === date)).toHaveLength(1)
        expect(all.every(one => monthOf(one) === month)).toBe(true)
        expect(all).toHaveLength(daysIn(month))
      }),
    )
  })
})

describe('daysBetween', () => {
  it('undoes addDays', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count)
        expect(eachDay(date, addDays(date, count))).toHaveLength(Math.max(0, count))
      }),
    )
  })
})
