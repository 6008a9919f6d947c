import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountState } from '@/lib/auth/account'
import { type Account, type AccountEvent, allowedSteps, type StateChange } from './account'
import { dueTransitions, newAccount, nextState, nextStep } from './rules'

const start = new Date('2026-03-01T14:00:00Z')
const day = (count: number) => new Date(start.getTime() + count * 86_400_000)
const fresh = newAccount(start)

/** Lets events happen one after another, each on its day. */
function live(account: Account, ...events: [AccountEvent, number][]): Account {
  return events.reduce((current, [event, on]) => nextState(current, event, day(on)).account, account)
}
const added: AccountEvent = { type: 'payment_method_added' }
const failed: AccountEvent = { type: 'invoice_failed' }
const paid: AccountEvent = { type: 'invoice_paid' }
const held: AccountEvent = { type: 'admin_suspended', reason: 'Fraud' }
const released: AccountEvent = { type: 'admin_reactivated' }
const stateOn = (account: Account, on: number) => dueTransitions(account, day(on)).account.state
const paying = live(fresh, [added, 3], [paid, 30])

describe('a trial', () => {
  it.each([
    [29.99, 'trialing'],
    [30, 'read_only'],
    [43.99, 'read_only'],
    [44, 'suspended'],
    [74, 'cancelled'],
    [900, 'cancelled'],
  ])('without payment is on day %d %s', (on, state) => {
    expect(stateOn(fresh, on)).toBe(state)
  })

  it('dates every step when it was due, however late it is noticed', () => {
    expect(dueTransitions(fresh, day(200)).changes.map(({ to, at, cause }) => [to, at, cause])).toEqual([
      ['read_only', day(30), 'trial_ended'],
      ['suspended', day(44), 'grace_ended'],
      ['cancelled', day(74), 'grace_ended'],
    ])
  })

  it('goes on to its end when a payment method is added, and becomes active then', () => {
    const account = live(fresh, [added, 3])
    expect([stateOn(account, 29), stateOn(account, 30)]).toEqual(['trialing', 'active'])
  })

  it('that ran out becomes active with a payment method, also from suspension', () => {
    expect(live(fresh, [added, 35]).state).toBe('active')
    expect(live(fresh, [added, 50]).state).toBe('active')
    expect(live(fresh, [added, 80]).state).toBe('cancelled')
  })

  it('can be extended, also after it ran out, but not once somebody pays', () => {
    const extended: AccountEvent = { type: 'trial_extended', until: day(60) }
    expect(stateOn(live(fresh, [extended, 5]), 59)).toBe('trialing')
    expect(live(fresh, [extended, 35])).toMatchObject({ state: 'trialing', trialEndsAt: day(60) })
    expect(live(paying, [extended, 35])).toEqual(paying)
  })
})

describe('an unpaid invoice', () => {
  const overdue = live(paying, [failed, 61])

  it.each([
    [61, 'past_due'],
    [68, 'read_only'],
    [82, 'suspended'],
    [112, 'cancelled'],
  ])('leads on day %d to %s', (on, state) => {
    expect(stateOn(overdue, on)).toBe(state)
  })

  it('does not buy time by failing again', () => {
    expect(stateOn(live(overdue, [failed, 64], [failed, 67]), 68)).toBe('read_only')
  })

  it('is not settled by a new payment method, but by paying', () => {
    expect(live(overdue, [added, 70]).state).toBe('read_only')
    for (const on of [62, 70, 90]) expect(live(overdue, [paid, on]).state).toBe('active')
    expect(live(overdue, [paid, 120]).state).toBe('cancelled')
  })

  it('records what time had brought before the payment', () => {
    expect(nextState(overdue, paid, day(70)).changes.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'past_due read_only',
      'read_only active',
    ])
  })
})

describe('an account that an admin suspended', () => {
  const suspended = live(paying, [held, 40])

  it('is reactivated by no payment and cancelled by no passing of time', () => {
    expect(live(suspended, [paid, 41], [added, 42])).toMatchObject({
      state: 'suspended',
      heldReason: 'Fraud',
    })
    expect(stateOn(suspended, 4_000)).toBe('suspended')
  })

  it('goes back to where it belongs', () => {
    expect(live(suspended, [released, 50])).toMatchObject({ state: 'active', heldAt: null })
    expect(live(suspended, [failed, 45], [released, 50]).state).toBe('past_due')
    expect(live(fresh, [held, 5], [released, 10]).state).toBe('trialing')
    expect(live(fresh, [held, 5], [released, 40]).state).toBe('read_only')
  })

  it('keeps its cause on record', () => {
    expect(nextState(paying, held, day(40)).changes).toEqual([
      { from: 'active', to: 'suspended', at: day(40), cause: 'admin_suspended', reason: 'Fraud' },
    ])
  })
})

describe('a cancellation', () => {
  const leaving = live(paying, [{ type: 'cancel_requested', at: day(61) }, 40])

  it('takes effect at the end of the period', () => {
    expect([stateOn(leaving, 60), stateOn(leaving, 61)]).toEqual(['active', 'cancelled'])
    expect(dueTransitions(leaving, day(70)).changes[0]).toMatchObject({ at: day(61), cause: 'period_ended' })
  })

  it('can be withdrawn before, and undone by an admin after', () => {
    expect(stateOn(live(leaving, [{ type: 'cancel_withdrawn' }, 50]), 99)).toBe('active')
    expect(live(leaving, [{ type: 'cancel_withdrawn' }, 62]).state).toBe('cancelled')
    expect(live(leaving, [released, 70])).toMatchObject({ state: 'active', cancelsAt: null })
  })
})

const moments = fc.integer({ min: -400, max: 800 }).map(quarters => day(quarters / 4))
const events: fc.Arbitrary<AccountEvent> = fc.oneof(
  fc.constantFrom<AccountEvent>(
    added,
    failed,
    paid,
    held,
    released,
    { type: 'payment_method_removed' },
    { type: 'cancel_withdrawn' },
  ),
  moments.map(until => ({ type: 'trial_extended' as const, until })),
  moments.map(at => ({ type: 'cancel_requested' as const, at })),
)
/** Any life, with a clock that jumps months forward and back. */
const lives = fc.array(fc.tuple(events, moments), { maxLength: 12 })
const accounts = lives.map(life =>
  life.reduce((account, [event, at]) => nextState(account, event, at).account, fresh),
)

describe('whatever happens, in whichever order, by whichever clock', () => {
  it('every step is one that exists and follows on the one before, never earlier', () => {
    fc.assert(
      fc.property(lives, life => {
        let account = fresh
        for (const [event, at] of life) {
          const moved = nextState(account, event, at)
          let [state, since]: [AccountState, Date] = [account.state, account.stateSince]
          for (const change of moved.changes) {
            expect(change.from).toBe(state)
            expect(allowedSteps[change.from]).toContain(change.to)
            expect(change.at >= since).toBe(true)
            ;[state, since] = [change.to, change.at]
          }
          expect([moved.account.state, moved.account.stateSince]).toEqual([state, since])
          account = moved.account
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('time brings the same in one go, in several, late, twice, or with the clock set back', () => {
    const bare = (changes: readonly StateChange[]) =>
      changes.map(({ from, to, at }) => [from, to, at.getTime()])
    fc.assert(
      fc.property(accounts, fc.array(moments, { minLength: 1, maxLength: 6 }), (account, clock) => {
        const latest = new Date(Math.max(...clock.map(Number)))
        const once = dueTransitions(account, latest)
        let current = account
        const changes: StateChange[] = []
        for (const now of clock) {
          const moved = dueTransitions(current, now)
          current = moved.account
          changes.push(...moved.changes)
        }
        expect(current).toEqual(once.account)
        expect(bare(changes)).toEqual(bare(once.changes))
        expect(dueTransitions(current, latest).changes).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('the same event twice at once is the event once', () => {
    fc.assert(
      fc.property(accounts, events, moments, (account, event, now) => {
        const once = nextState(account, event, now).account
        const twice = nextState(once, event, now)
        expect(twice).toEqual({ account: once, changes: [] })
      }),
      { numRuns: 1_000 },
    )
  })

  it('a hold ends by an admin only, and payment never ends it', () => {
    fc.assert(
      fc.property(accounts, events, moments, (account, event, now) => {
        if (!account.heldAt || event.type === 'admin_reactivated') return
        const { state, heldAt } = nextState(account, event, now).account
        expect(heldAt).toEqual(account.heldAt)
        expect(['suspended', 'cancelled']).toContain(state)
      }),
      { numRuns: 1_000 },
    )
  })

  it('nothing that is due stays undone, and nothing moves of itself before it is', () => {
    fc.assert(
      fc.property(accounts, moments, (account, now) => {
        const { account: after } = dueTransitions(account, now)
        const next = nextStep(after)
        if (next) expect(next.at > now).toBe(true)
        const before = nextStep(account)
        if (before && before.at > now) expect(after).toEqual(account)
      }),
    )
  })
})
