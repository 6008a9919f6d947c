import { describe, expect, it } from 'vitest'
import type { Account } from '@/lib/accounts/account'
import { remindersDue } from '@/lib/accounts/reminders-due'
import { dueTransitions, newAccount, nextState } from '@/lib/accounts/rules'
import { reminderWords } from './reminder-words'

const start = new Date('2026-03-01T00:00:00Z')
const day = (count: number) => new Date(start.getTime() + count * 86_400_000)
const named = (at: Date) => at.toISOString().slice(0, 10)
const told = (account: Account, now: Date) => {
  const [reminder] = remindersDue(account, now)
  return reminder ? reminderWords(reminder, named) : null
}

describe('what admins are told', () => {
  it.each([
    [23, 'Your trial ends in 7 days', '2026-03-31'],
    [29, 'Your trial ends tomorrow', '2026-03-31'],
    [30, 'Your account is read-only', '2026-04-14'],
    [44, 'Your account is suspended', '2026-05-14'],
  ])('on day %d says what is, and on which day what follows', (on, subject, next) => {
    const words = told(dueTransitions(newAccount(start), day(on)).account, day(on))
    expect(words?.subject).toBe(subject)
    expect(words?.body).toContain(next)
  })

  it('promises that a payment method helps only where it does', () => {
    for (const on of [30, 44, 74]) {
      const { account } = dueTransitions(newAccount(start), day(on))
      const after = nextState(account, { type: 'payment_method_added' }, day(on)).account.state
      const promised = told(account, day(on))?.body.includes('adding a payment method') ?? false
      expect(promised && after !== 'active', account.state).toBe(false)
    }
    const closed = dueTransitions(newAccount(start), day(74)).account
    expect(told(closed, day(74))).toMatchObject({ body: expect.stringContaining('write to Portico') })
  })
})
