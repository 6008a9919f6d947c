import { describe, expect, it } from 'vitest'
import { pro } from '@/lib/plans/fixtures/versions'
import { company, on } from '@/lib/subscriptions/fixtures/company'
import { afterHold, standingOf } from './words'

const now = new Date('2026-03-12T10:00:00Z')
const hold = (startsAt: string, endsAt: string | null) => ({
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
})

describe('a company on hold', () => {
  it('is told that nothing is charged', () => {
    const heldAt = new Date('2026-03-10T09:00:00Z')
    const held = company([pro], { state: 'suspended', heldAt })
    expect(standingOf(held, now, 'en-US')).toEqual({
      tone: 'critical',
      title: 'The account is on hold',
      text: 'No charges while it is on hold, since Mar 10, 2026: bills that come meanwhile are void. Write to Portico to have it opened again.',
    })
  })

  it('is told afterwards what is free', () => {
    const words = (suspensions: ReturnType<typeof hold>[]) =>
      afterHold(company([pro], { suspensions }), on('2026-03-12'), 'en-US')
    expect(words([hold('2026-02-20T00:00:00Z', '2026-03-02T00:00:00Z')])).toBe(
      'March is free: the account was on hold when it would have been billed.',
    )
    expect(words([hold('2026-03-04T12:00:00Z', '2026-03-06T12:00:00Z')])).toBe(
      'What was used on days on hold is free.',
    )
    expect(words([hold('2026-03-04T12:00:00Z', '2026-03-04T15:00:00Z')])).toBeNull()
    expect(words([hold('2026-02-04T12:00:00Z', '2026-02-14T15:00:00Z')])).toBeNull()
  })
})
