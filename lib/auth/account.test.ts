import { describe, expect, it } from 'vitest'
import { type Account, accountStates, mayWrite, takesWrites } from './account'
import { permissions } from './permissions'

const account = (state: Account['state']): Account => ({
  state,
  trialEndsAt: '2026-01-01T00:00:00Z',
  available: [],
  features: [],
})

describe('mayWrite', () => {
  it.each(['trialing', 'active', 'past_due'] as const)('stops nobody of a company that is %s', state => {
    expect(permissions.filter(permission => !mayWrite(account(state), permission))).toEqual([])
  })

  it.each(['read_only', 'suspended', 'cancelled'] as const)(
    'leaves those of a company that is %s their own account and paying',
    state => {
      const left = permissions.filter(permission => mayWrite(account(state), permission))
      expect(left).toEqual(expect.arrayContaining(['billing:write', 'account:manage']))
      expect(left.filter(each => !each.startsWith('billing:') && each !== 'account:manage')).toEqual([])
    },
  )

  it('asks whether the company may change anything at all, which it may until it is read-only', () => {
    expect(accountStates.filter(takesWrites)).toEqual(['trialing', 'active', 'past_due'])
    expect(accountStates).toHaveLength(6)
  })
})
