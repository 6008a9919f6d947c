import { describe, expect, it } from 'vitest'
import { describePlatformDetail } from './describe-platform-detail'

const say = (detail: object) => describePlatformDetail(JSON.stringify(detail))

describe('the detail of an act', () => {
  it('is told in words, money in whole units', () => {
    expect(say({ amount: '1250', reason: 'An outage on Tuesday', currency: 'USD' })).toBe(
      'Amount: $12.50 · Reason: An outage on Tuesday',
    )
    expect(say({ job: 'send-message', id: '0db98981-98d6-4b34-8a6c-5fab762f2b10' })).toBe(
      'Job: Send a message',
    )
    expect(say({ list: 'dead-letters', query: '' })).toBe('List: jobs that were given up')
    expect(say({ feature: 'custom-domain', until: null })).toBe('Feature: Your own domain')
    expect(say({ from: 'pro-1', to: 'per-homeowner-2' })).toBe(
      'From: Pro, version 1 · To: Per homeowner, version 2',
    )
    expect(say({ from: '2026-03-01T00:00:00.000Z', to: '2026-04-15T00:00:00.000Z' })).toBe(
      'From: Mar 1, 2026 · To: Apr 15, 2026',
    )
  })

  it('leaves out what says nothing to a person, and keeps what it does not know', () => {
    expect(say({ method: 'code', address: 'direct' })).toBe('Method: code')
    expect(say({ visit: '0db98981-98d6-4b34-8a6c-5fab762f2b10' })).toBe('')
    expect(say({ from: 'command line', before: { name: 'A' } })).toBe(
      'From: command line · Before: {"name":"A"}',
    )
    expect(say({})).toBe('')
  })
})
