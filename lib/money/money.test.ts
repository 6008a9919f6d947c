import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { microsPerMinor, minorExponent } from './currency'
import { roundHalfUp } from './round-half-up'

describe('roundHalfUp', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 7n, 0n],
  ])('%d / %d is %d', (dividend, divisor, rounded) => {
    expect(roundHalfUp(dividend, divisor)).toBe(rounded)
  })

  it('is never off by more than a half', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (dividend, divisor) => {
        const off = 2n * (roundHalfUp(dividend, divisor) * divisor - dividend)
        expect(off <= divisor && off >= -divisor).toBe(true)
      }),
    )
  })

  it('refuses a divisor that is none', () => {
    expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError)
  })
})

describe('currencies', () => {
  it.each([
    ['USD', 2, 10_000n],
    ['JPY', 0, 1_000_000n],
    ['KWD', 3, 1_000n],
  ])('%s has %d decimals', (currency, decimals, micros) => {
    expect(minorExponent(currency)).toBe(decimals)
    expect(microsPerMinor(currency)).toBe(micros)
  })
})
