import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initials } from './avatar'
import { formatInstant, formatLocalDate } from './format-date'
import { formatMoney } from './format-number'

describe('formatMoney', () => {
  it.each([
    [48250n, 'USD', '$482.50'],
    [-5n, 'USD', '−$0.05'],
    [0n, 'USD', '$0.00'],
    [1500n, 'JPY', '¥1,500'],
    [-1234567n, 'KWD', '−KWD 1,234.567'],
  ])('%s %s', (minor, currency, expected) => {
    expect(formatMoney(minor, currency).replace(/\u00a0/g, ' ')).toBe(expected)
  })

  it('keeps every digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), minor => {
        const digits = formatMoney(minor, 'USD').replace(/\D/g, '')
        expect(BigInt(digits)).toBe(minor < 0n ? -minor : minor)
      }),
    )
  })
})

describe('dates', () => {
  it('shows a calendar date as that date, whatever zone the machine is in', () => {
    expect(formatLocalDate('2026-03-04')).toBe('Mar 4, 2026')
    expect(formatLocalDate('2026-12-31', 'long')).toBe('Thursday, December 31, 2026')
  })

  it('shows an instant in the zone asked for', () => {
    const at = '2026-03-05T03:30:00Z'
    expect(formatInstant(at, 'America/New_York', { dateOnly: true })).toBe('Mar 4, 2026')
    expect(formatInstant(at, 'Asia/Tokyo', { dateOnly: true })).toBe('Mar 5, 2026')
  })
})

describe('initials', () => {
  it.each([
    ['Maria Delgado', 'MD'],
    ['Harbor & Pine Management', 'HM'],
    ['ørsted', 'Ø'],
    ['Zoë <script>', 'ZS'],
    ['Unit 7 (rear)', 'UR'],
    ['7 Seas', '7S'],
    ['Ann &', 'A'],
    ['<&', '?'],
    ['  ', '?'],
  ])('%j is %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})
