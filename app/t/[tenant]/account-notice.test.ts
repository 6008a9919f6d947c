import { describe, expect, it } from 'vitest'
import { accountNotice } from './account-notice'

const ends = '2026-07-31T12:00:00Z'
const trial = (now: string) => accountNotice({ state: 'trialing', trialEndsAt: ends }, new Date(now))?.text

describe('accountNotice', () => {
  it.each([
    ['2026-07-01T12:00:00Z', undefined],
    ['2026-07-24T11:59:59Z', undefined],
    ['2026-07-24T12:00:00Z', 'Your trial ends in 7 days.'],
    ['2026-07-30T11:00:00Z', 'Your trial ends in 2 days.'],
    ['2026-07-30T12:00:00Z', 'Your trial ends within a day.'],
    ['2026-07-31T12:00:00Z', 'Your trial ends today.'],
  ])('speaks at %s of the end of a trial: %s', (now, text) => {
    expect(trial(now)).toBe(text)
  })

  it('tells everybody what stops their work, and whoever pays the rest', () => {
    const audience = (state: 'active' | 'past_due' | 'read_only') =>
      accountNotice({ state, trialEndsAt: ends }, new Date(ends))?.audience
    expect([audience('active'), audience('past_due'), audience('read_only')]).toEqual([
      undefined,
      'billing',
      'everybody',
    ])
  })
})
