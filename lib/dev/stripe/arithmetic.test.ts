import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addIntervals, cycleAt } from './calendar'
import { amountOf, divideHalfUp, readDecimal, whole, writeDecimal } from './decimal'
import { readForm, writeForm } from './form'
import { at } from './test-plans'

const units = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })

describe('decimals', () => {
  it('read back what they write', () => {
    fc.assert(
      fc.property(units, value => {
        expect(readDecimal(writeDecimal(value))).toBe(value)
      }),
    )
  })

  it('round halves away from zero and never by more than a half', () => {
    fc.assert(
      fc.property(units, fc.bigInt({ min: 1n, max: 10n ** 12n }), (dividend, divisor) => {
        const result = divideHalfUp(dividend, divisor)
        const off = 2n * (dividend - result * divisor)
        expect(off <= divisor && off >= -divisor).toBe(true)
        expect(divideHalfUp(-dividend, divisor)).toBe(0n - result)
      }),
    )
    expect([divideHalfUp(5n, 2n), divideHalfUp(-5n, 2n)]).toEqual([3n, -3n])
  })

  it('price what is smaller than a cent exactly', () => {
    expect(amountOf(whole(4321), readDecimal('0.1') ?? 0n)).toBe(432)
    expect(amountOf(readDecimal('12.5') ?? 0n, readDecimal('10') ?? 0n)).toBe(125)
    expect([readDecimal('1e3'), readDecimal('0.1234567890123'), readDecimal('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('cycles', () => {
  it('keep the anchor’s day and use the last one of shorter months', () => {
    const anchor = at('2026-01-31T10:00:00Z')
    const months = [1, 2, 3, 13].map(count =>
      new Date(addIntervals(anchor, 'month', count) * 1000).toISOString(),
    )
    expect(months.map(text => text.slice(0, 10))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2027-02-28',
    ])
  })

  it('follow one another without a gap and contain their instant', () => {
    const anchors = fc.integer({ min: 1_500_000_000, max: 2_500_000_000 })
    const intervals = fc.constantFrom('day', 'week', 'month', 'year')
    fc.assert(
      fc.property(
        anchors,
        anchors,
        intervals,
        fc.integer({ min: 1, max: 6 }),
        (anchor, instant, interval, count) => {
          const { start, end } = cycleAt(anchor, interval, count, instant)
          expect(start <= instant && instant < end).toBe(true)
          expect(cycleAt(anchor, interval, count, end).start).toBe(end)
        },
      ),
    )
  })
})

it('forms keep their brackets', () => {
  const fields = readForm(
    'items[0][price]=p1&items[0][quantity]=2&items[1][price]=p2&expand[]=a&expand[]=b&name=x%26y',
  )
  expect(readForm(writeForm(fields))).toEqual(fields)
  expect(fields.get('expand')).toEqual(
    new Map([
      ['0', 'a'],
      ['1', 'b'],
    ]),
  )
})
