import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareFractions,
  type Fraction,
  formatFraction,
  formatShare,
  fraction,
  parseFraction,
  sumOf,
  whole,
} from './fraction'

const fractions = fc
  .tuple(fc.bigInt(0n, 1_000_000n), fc.bigInt(1n, 1_000_000n))
  .map(([numerator, denominator]) => fraction(numerator, denominator))

describe('parseFraction', () => {
  it.each([
    ['1/2', 1n, 2n],
    [' 2 / 4 ', 1n, 2n],
    ['½', 1n, 2n],
    ['0.5', 1n, 2n],
    ['0,25', 1n, 4n],
    ['50%', 1n, 2n],
    ['33 1/3 %', 1n, 3n],
    ['33⅓%', 1n, 3n],
    ['33.33 %', 3333n, 10000n],
    ['1', 1n, 1n],
    ['100%', 1n, 1n],
    ['0', 0n, 1n],
    ['1 1/2', 3n, 2n],
  ])('reads %j', (text, numerator, denominator) => {
    expect(parseFraction(text)).toEqual({ numerator, denominator })
  })

  it.each(['', '%', '1/0', '-1/2', 'half', '1/2/3', '1e3', '1/3000000001', '0x10'])('refuses %j', text => {
    expect(parseFraction(text)).toBeNull()
  })

  it('reads back what is written', () => {
    fc.assert(
      fc.property(fractions, value => {
        expect(parseFraction(formatFraction(value))).toEqual(value)
        expect(parseFraction(formatShare(value))).toEqual(value)
      }),
    )
  })
})

describe('sumOf', () => {
  it('is exact where floating point is not', () => {
    const thirds: Fraction[] = [fraction(1, 3), fraction(1, 3), fraction(1, 3)]
    expect(sumOf(thirds)).toEqual(whole)
    expect(sumOf(['33.33%', '33.33%', '33.33%'].map(text => parseFraction(text) ?? whole))).toEqual(
      fraction(9999, 10000),
    )
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 6 }), parts => {
        expect(sumOf(parts)).toEqual(sumOf(parts.toReversed()))
      }),
    )
  })
})

describe('compareFractions', () => {
  it('orders as the numbers do', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const difference = a.numerator * b.denominator - b.numerator * a.denominator
        expect(Math.sign(compareFractions(a, b))).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1)
        expect(compareFractions(a, sumOf([a, b]))).toBe(b.numerator === 0n ? 0 : -1)
      }),
    )
  })
})

describe('formatShare', () => {
  it.each([
    [whole, '100%'],
    [fraction(1, 2), '50%'],
    [fraction(1, 8), '12.5%'],
    [fraction(1, 3), '1/3'],
    [fraction(3333, 10000), '33.33%'],
  ])('writes %o as %s', (share, text) => {
    expect(formatShare(share)).toBe(text)
  })
})
