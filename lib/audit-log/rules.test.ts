import { describe, expect, it } from 'vitest'
import { describeAction, describeVia, subjectHref } from './describe-action'
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

  it('takes what is no record as one fact, and nothing as none', () => {
    expect(compareFacts([{ unit: '101' }], null)).toEqual([
      { field: 'Facts', before: 'Unit: 101', after: null },
    ])
    expect(compareFacts(null, null)).toEqual([])
  })
})

describe('words', () => {
  it('reads names as code and SQL write them', () => {
    expect([words('mailingPostalCode'), words('vote_weight'), describeAction('board-seat:added')]).toEqual([
      'Mailing postal code',
      'Vote weight',
      'Board seat added',
    ])
    expect(describeVia('commit-import')).toBe('System, commit import')
    expect(subjectHref('unit', 'x')).toBe('/manage/units/x')
    expect(subjectHref('view', 'x')).toBeNull()
  })
})
