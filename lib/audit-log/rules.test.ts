import { describe, expect, it } from 'vitest'
import { describeAction, describeFields, describeSubject, describeVia, subjectHref } from './describe-action'
import { compareFacts, words } from './rules'

describe('compareFacts', () => {
  it('sets each field’s sides beside each other', () => {
    const before = { name: 'Ana', phone: null, mailingStreet: '1 Pier Road' }
    const after = { name: 'Ana Diaz', phone: '+13055550142' }
    expect(compareFacts(before, after)).toEqual([
      { field: 'Name', before: 'Ana', after: 'Ana Diaz' },
      { field: 'Phone', before: null, after: '+13055550142' },
      { field: 'Mailing street', before: '1 Pier Road', after: null },
    ])
  })

  it('shows lists line by line, and facts of facts with their names', () => {
    const after = {
      shares: [
        { unit: '101', share: '1/2' },
        { unit: '102', share: '1/2' },
      ],
      active: true,
    }
    expect(compareFacts(null, after)).toEqual([
      { field: 'Shares', before: null, after: 'Unit: 101, Share: 1/2\nUnit: 102, Share: 1/2' },
      { field: 'Active', before: null, after: 'Yes' },
    ])
  })

  it('writes shares, hours, dates and instants as people do', () => {
    const writing = { date: (on: string) => `on ${on}`, instant: (at: string) => `at ${at}` }
    const after = {
      vatRateBp: 750,
      quietFromMinute: 1290,
      expiresOn: '2026-05-01',
      endsAt: '2026-11-22T04:46:10.345Z',
    }
    expect(compareFacts(null, after, writing)).toEqual([
      { field: 'Tax rate', before: null, after: '7.5%' },
      { field: 'Quiet from', before: null, after: '21:30' },
      { field: 'Expires on', before: null, after: 'on 2026-05-01' },
      { field: 'Ends at', before: null, after: 'at 2026-11-22T04:46:10.345Z' },
    ])
  })

  it('takes what is no record as one fact, and nothing as none', () => {
    expect(compareFacts([{ unit: '101' }], null)).toEqual([
      { field: 'Facts', before: 'Unit: 101', after: null },
    ])
    expect(compareFacts(null, null)).toEqual([])
  })
})

describe('describeSubject', () => {
  it.each([
    ['Camden N', 'Camden N'],
    ['/manage', 'Home'],
    ['/manage/units', 'Units'],
    ['/account', 'Account'],
    ['/manage/people', 'Team'],
    ['/manage/units/10c58b90-a53a-4834-8d74-d23b2bbbfc1f/ownership/transfer', 'A unit, ownership, transfer'],
    ['/manage/settings/credentials', 'Settings, credentials'],
  ])('%s is %s', (label, said) => expect(describeSubject(label)).toBe(said))
})

describe('words', () => {
  it('reads names as code and SQL write them', () => {
    expect([words('mailingPostalCode'), words('vote_weight'), describeAction('board-seat:added')]).toEqual([
      'Mailing postal code',
      'Vote weight',
      'Board seat added',
    ])
    expect(describeAction('session:started')).toBe('Signed in')
    expect(describeVia('commit-import')).toBe('System, commit import')
    expect(describeFields('apiKey, expiresOn, vatRateBp')).toBe('API key, expires on, tax rate')
    expect(subjectHref('unit', 'x')).toBe('/manage/units/x')
    expect(subjectHref('view', 'x')).toBeNull()
  })
})
