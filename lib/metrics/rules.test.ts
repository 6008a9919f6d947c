import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { figureOn, shares, sumUntil, tableOf } from './rules'

const day = '2026-06-30' as LocalDate
const made = (metric: string, value: bigint, back = 0) => ({ metric, value, day: addDays(day, -back) })

describe('figures', () => {
  it('are null where none was made, and zero where it is', () => {
    const table = tableOf([made('mrr', 0n)])
    expect([figureOn(table, 'mrr', day), figureOn(table, 'mrr', addDays(day, -1))]).toEqual([0, null])
  })

  it('sum over the days that are known', () => {
    const table = tableOf([made('opened', 2n), made('opened', 3n, 6), made('opened', 9n, 7)])
    expect(sumUntil(table, 'opened', day, 7)).toBe(5)
    expect(sumUntil(table, 'cancelled', day, 7)).toBeNull()
  })
})

describe('shares', () => {
  it('compare with who paid thirty days before', () => {
    const table = tableOf([
      made('kept-mrr-before', 20_000n),
      made('kept-mrr-now', 23_000n),
      made('kept-before', 8n),
      made('kept-lost', 1n),
    ])
    expect(shares.retention(table, day)).toBeCloseTo(1.15)
    expect(shares.churn(table, day)).toBeCloseTo(0.125)
  })

  it('are unknown while there is nothing to compare with', () => {
    expect(shares.retention(tableOf([made('kept-mrr-before', 0n), made('kept-mrr-now', 0n)]), day)).toBeNull()
    expect(shares.conversion(tableOf([]), day)).toBeNull()
  })

  it('count the trials of ninety days', () => {
    const table = tableOf([
      made('trials-ended', 3n, 80),
      made('trials-ended', 1n),
      made('trials-converted', 1n, 80),
      made('trials-converted', 1n, 95),
    ])
    expect(shares.conversion(table, day)).toBe(0.25)
  })
})
