import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHalfUp } from '@/lib/money/round-half-up'
import { basic, enterprise, perHomeowner, pro } from '@/lib/plans/fixtures/versions'
import type { LocalDate } from '@/lib/time/local-date'
import { addMonths, daysBetween, daysIn, firstDayOf, type Month, monthOf } from '@/lib/time/month'
import { choices, histories, months, trials, usages } from './fixtures/histories'
import type { RateInput } from './invoice'
import { changePeriods, previewChange } from './preview-change'
import { rateMonth } from './rate-month'

const day = (text: string) => text as LocalDate
const june: RateInput = {
  month: '2026-06' as Month,
  currency: 'USD',
  periods: [{ plan: basic, startsOn: day('2026-01-01'), endsOn: null }],
  usage: [],
  trialEndsOn: null,
}
const upgrade = { kind: 'tier', next: pro, on: day('2026-06-11') } as const
const magnitude = (value: bigint) => (value < 0n ? -value : value)

describe('previewChange', () => {
  it('credits what is left of the old plan and charges the rest of the month for the new one', () => {
    const preview = previewChange(june, upgrade)
    expect(preview.credited.map(line => [line.planVersionId, line.amountMinor])).toEqual([
      ['basic-1', -32_67n],
    ])
    expect(preview.charged.map(line => [line.planVersionId, line.amountMinor])).toEqual([['pro-1', 99_33n]])
    expect(preview.totalMinor).toBe(66_66n)
  })

  it('shows what tax and credits make of it', () => {
    const tax = { name: 'VAT', rateBasisPoints: 1_000, mode: 'exclusive' } as const
    const credits = [{ id: 'k', description: 'Goodwill', leftMinor: 60_00n }]
    const preview = previewChange({ ...june, tax, credits }, upgrade)
    expect(preview.adjusted.map(line => [line.kind, line.amountMinor])).toEqual([
      ['tax', 6_67n],
      // The bill without the change left 6.10 of the credit unused.
      ['credit', -6_10n],
    ])
    expect(preview.totalMinor).toBe(67_23n)
  })

  it('refuses another month and a plan of another kind', () => {
    expect(() => previewChange(june, { ...upgrade, on: day('2026-07-01') })).toThrow(/not in 2026-06/)
    expect(() => previewChange(june, { ...upgrade, next: perHomeowner })).toThrow(/not of the kind/)
  })

  it('costs nothing while the days are free', () => {
    expect(previewChange({ ...june, trialEndsOn: day('2026-07-01') }, upgrade).totalMinor).toBe(0n)
  })

  it('is to the cent what the bill changes by, whatever came before', () => {
    fc.assert(
      fc.property(histories, usages, trials, choices, (periods, usage, trialEndsOn, change) => {
        const input = { month: monthOf(change.on), currency: 'USD', periods, usage, trialEndsOn }
        const preview = previewChange(input, change)
        const changed = rateMonth({ ...input, periods: changePeriods(periods, change) })
        expect(preview.totalMinor).toBe(changed.totalMinor - rateMonth(input).totalMinor)
        const parts = [...preview.credited, ...preview.charged, ...preview.adjusted]
        expect(parts.reduce((sum, line) => sum + line.amountMinor, 0n)).toBe(preview.totalMinor)
        for (const line of preview.charged) expect(line.planVersionId).toBe(change.next?.id)
        for (const line of preview.credited) expect(line.planVersionId).not.toBe(change.next?.id)
      }),
    )
  })

  it('credits and charges by the days that are left', () => {
    fc.assert(
      fc.property(fc.constantFrom(...months), fc.nat({ max: 30 }), (month, offset) => {
        const number = String(1 + (offset % daysIn(month))).padStart(2, '0')
        const on = day(`${month}-${number}`)
        const periods = [{ plan: basic, startsOn: day('2027-01-01'), endsOn: null }]
        const change = { kind: 'tier', next: enterprise, on } as const
        const preview = previewChange({ ...june, month, periods }, change)
        const left = BigInt(daysBetween(on, firstDayOf(addMonths(month, 1))))
        const share = (minor: bigint) => roundHalfUp(minor * left, BigInt(daysIn(month)))
        expect(preview.charged.map(line => line.amountMinor)).toEqual([share(enterprise.baseMinor)])
        const creditedMinor = preview.credited[0]?.amountMinor ?? 0n
        expect(magnitude(creditedMinor + share(basic.baseMinor))).toBeLessThanOrEqual(1n)
      }),
    )
  })

  it('brings back at most what was to be charged when a plan ends', () => {
    fc.assert(
      fc.property(histories, usages, choices, (periods, usage, change) => {
        const input = { month: monthOf(change.on), currency: 'USD', periods, usage, trialEndsOn: null }
        const preview = previewChange(input, { ...change, next: null })
        expect(preview.charged).toEqual([])
        expect(preview.totalMinor).toBeLessThanOrEqual(0n)
        expect(-preview.totalMinor).toBeLessThanOrEqual(preview.without.totalMinor)
      }),
    )
  })
})
