import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remindersDue } from './reminders-due'
import { dueTransitions, newAccount, nextState } from './rules'

const start = new Date('2026-03-01T14:00:00Z')
const day = (count: number) => new Date(start.getTime() + count * 86_400_000)
const fresh = newAccount(start)
const on = (count: number) => remindersDue(dueTransitions(fresh, day(count)).account, day(count))

describe('remindersDue', () => {
  it.each([
    [22.9, []],
    [23, [7]],
    [26.9, [7]],
    [27, [3]],
    [29, [1]],
    [29.9, [1]],
  ])('on day %d of a trial says how many days are left', (count, left) => {
    expect(on(count).map(reminder => reminder.kind === 'trial_ends' && reminder.daysLeft)).toEqual(left)
  })

  it('says of every step that it came, and what follows when', () => {
    expect(on(31)).toEqual([
      {
        key: `read_only:${day(30).toISOString()}`,
        dueAt: day(30),
        kind: 'state_began',
        state: 'read_only',
        nextAt: day(44),
        nextState: 'suspended',
      },
    ])
    expect(on(500)).toMatchObject([{ state: 'cancelled', dueAt: day(74), nextAt: null, nextState: null }])
  })

  it('says nothing of the end of a trial that ends by being cancelled', () => {
    const leaving = nextState(fresh, { type: 'cancel_requested', at: day(30) }, day(2)).account
    expect(remindersDue(leaving, day(28))).toEqual([])
  })

  it('counts anew when a trial is extended', () => {
    const longer = nextState(fresh, { type: 'trial_extended', until: day(60) }, day(28)).account
    expect(remindersDue(longer, day(28))).toEqual([])
    expect(remindersDue(longer, day(53))).toMatchObject([{ kind: 'trial_ends', daysLeft: 7 }])
  })

  it('names each message by one key, however often and by whichever clock it is asked for', () => {
    const moments = fc.array(fc.integer({ min: -40, max: 800 }).map(quarters => day(quarters / 4)))
    fc.assert(
      fc.property(moments, clock => {
        let account = fresh
        const sent = clock.flatMap(now => {
          account = dueTransitions(account, now).account
          const due = remindersDue(account, now)
          for (const reminder of due) expect(reminder.dueAt <= now).toBe(true)
          return due.map(reminder => reminder.key)
        })
        expect(new Set(sent).size).toBeLessThanOrEqual(6)
      }),
    )
  })
})
