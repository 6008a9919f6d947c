import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal, writeDecimal } from './decimal'

describe('readDecimal', () => {
  it.each([
    ['12.5', 2, 1250n],
    ['12,05', 2, 1205n],
    [' 7 ', 2, 700n],
    ['0', 0, 0n],
    ['1.234', 3, 1234n],
    ['1.234', 2, null],
    ['1.5', 0, null],
    ['-1', 2, null],
    ['1e3', 2, null],
    ['1,000.00', 2, null],
    ['.5', 2, null],
    ['', 2, null],
    ['9'.repeat(13), 2, null],
  ])('reads %j with %d decimals as %s', (text, decimals, units) => {
    expect(readDecimal(text, decimals)).toBe(units)
  })

  it('reads what is written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }),
        fc.integer({ min: 0, max: 3 }),
        (units, decimals) => {
          expect(readDecimal(writeDecimal(units, decimals), decimals)).toBe(units)
        },
      ),
    )
  })
})
