import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHalfUp } from '@/lib/money/round-half-up'
import { perHomeowner } from '@/lib/plans/fixtures/versions'
import { suspensions } from '@/lib/rating/fixtures/histories'
import type { DayUsage } from '@/lib/rating/invoice'
import { rateMonth } from '@/lib/rating/rate-month'
import type { LocalDate } from '@/lib/time/local-date'
import { addMonths, eachDay, firstDayOf, type Month } from '@/lib/time/month'
import { meteredSoFar } from './metered-so-far'

const months = ['2026-02', '2026-03', '2026-04', '2028-02'] as Month[]
const period = { plan: perHomeowner, startsOn: '2026-01-01' as LocalDate, endsOn: null }
const meters = ['homeowners', 'storage-bytes', 'emails', 'texts'] as const

const usageOf = (month: Month, figures: Record<(typeof meters)[number], number[]>): DayUsage[] =>
  eachDay(firstDayOf(month), firstDayOf(addMonths(month, 1))).flatMap((day, index) =>
    meters.map(meter => ({ day, meter, quantity: BigInt(figures[meter][index] ?? 0) })),
  )

const days = (max: number) => fc.array(fc.nat({ max }), { minLength: 31, maxLength: 31 })
const figures = fc.record({
  homeowners: days(5_000),
  'storage-bytes': days(2_000_000_000),
  emails: days(10_000),
  texts: days(500),
})

describe('meteredSoFar', () => {
  it('comes to the cent that the bill says, line by line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...months), figures, suspensions, (month, used, held) => {
        const usage = usageOf(month, used)
        const input = { month, periods: [period], usage, trialEndsOn: null, suspensions: held }
        const bill = rateMonth({ ...input, currency: 'USD' })
        for (const { meter, value } of meteredSoFar(input)) {
          const price = perHomeowner.prices.find(each => each.meter === meter)
          const micros = price?.reckoned === 'average' ? value : value * (price?.unitMicros ?? 0n)
          const line = bill.lines.find(each => each.meter === meter)
          expect(roundHalfUp(micros, 10_000n)).toBe(line?.amountMinor ?? 0n)
        }
      }),
    )
  })

  it('never shrinks as days are added', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...months),
        figures,
        fc.integer({ min: 1, max: 27 }),
        (month, used, day) => {
          const usage = usageOf(month, used)
          const upTo = (count: number) =>
            meteredSoFar({
              month,
              periods: [period],
              usage: usage.slice(0, count * meters.length),
              trialEndsOn: null,
            })
          const later = new Map(upTo(day + 1).map(({ meter, value }) => [meter, value]))
          for (const { meter, value } of upTo(day)) expect(later.get(meter)).toBeGreaterThanOrEqual(value)
        },
      ),
    )
  })

  it('counts neither days on trial nor days without the plan', () => {
    const usage = usageOf('2026-04' as Month, {
      homeowners: Array(31).fill(30),
      'storage-bytes': [],
      emails: Array(31).fill(1),
      texts: [],
    })
    const kept = { ...period, endsOn: '2026-04-21' as LocalDate }
    const trialEndsOn = '2026-04-11' as LocalDate
    const found = meteredSoFar({ month: '2026-04' as Month, periods: [kept], usage, trialEndsOn })
    // Ten of thirty days: a third of 30 homeowners at 2.50, and ten emails.
    expect(found.find(({ meter }) => meter === 'homeowners')?.value).toBe(25_000_000n)
    expect(found.find(({ meter }) => meter === 'emails')?.value).toBe(10n)
  })
})
