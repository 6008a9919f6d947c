import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDbDate } from '@/lib/time/local-date'
import { days, inputOf, type Life, lives, months } from './fixtures/histories'
import type { LineKind, RateInput } from './invoice'
import { rateMonth } from './rate-month'
import { firstBilledDay } from './split-periods'
import { isFreeDay, isWaived } from './suspensions'

describe('a suspension', () => {
  const without = (life: Life) => ({ ...life, suspensions: [] })

  it('waives the base prices of a month that is billed in it, all of them or none', () => {
    fc.assert(
      fc.property(lives, life => {
        for (const month of months) {
          const input = inputOf(life, month)
          const waived = isWaived(life.suspensions, firstBilledDay(input))
          const of = (kind: LineKind, given = input) =>
            rateMonth(given).lines.filter(line => line.kind === kind)
          const usual = of('base', inputOf(without(life), month))
          expect(of(waived ? 'base' : 'hold')).toEqual([])
          expect(of(waived ? 'hold' : 'base').map(({ quantity }) => quantity)).toEqual(
            usual.map(({ quantity }) => quantity),
          )
        }
      }),
    )
  })

  it('frees what is used on its days and nothing else', () => {
    fc.assert(
      fc.property(lives, life => {
        const charged = life.usage.filter(({ day }) => !isFreeDay(life.suspensions, day))
        for (const month of months) {
          const usageOf = (input: RateInput) => rateMonth(input).lines.filter(line => line.kind === 'usage')
          expect(usageOf(inputOf(life, month))).toEqual(
            usageOf(inputOf({ ...without(life), usage: charged }, month)),
          )
        }
      }),
    )
  })

  it('never makes a bill dearer, and one that comes and goes within a day changes none that is not made in it', () => {
    fc.assert(
      fc.property(lives, days, (life, day) => {
        const noon = new Date(toDbDate(day).getTime() + 43_200_000)
        const brief = [{ startsAt: noon, endsAt: new Date(noon.getTime() + 3_600_000) }]
        for (const month of months) {
          const usual = rateMonth(inputOf(without(life), month))
          expect(rateMonth(inputOf(life, month)).totalMinor).toBeLessThanOrEqual(usual.totalMinor)
          expect(rateMonth(inputOf({ ...life, suspensions: brief }, month))).toEqual(usual)
        }
      }),
    )
  })
})
