import { describe, expect, it } from 'vitest'
import { describeOwnership } from './describe-ownership'

const owned = (owner: string, from: string, until: string | null = null, share = '1') => ({
  owner,
  share,
  from,
  until,
})
const half = (owner: string, from: string, until: string | null = null) => owned(owner, from, until, '1/2')
const [old, day] = ['2020-01-05', '2024-03-15']

describe('describeOwnership', () => {
  it.each([
    [
      'transferred',
      [half('Twin Two', old), half('Twin One', old)],
      [half('Twin Two', old, day), half('Twin One', old, day), owned('D’Árcy', day)],
      'Unit 7 transferred from Twin Two, Twin One to D’Árcy on Mar 15, 2024',
    ],
    [
      'transferred',
      [owned('Ann', old)],
      [owned('Ann', old, day), half('Ann', day), half('Bob', day)],
      'Unit 7 transferred from Ann to Ann (50%), Bob (50%) on Mar 15, 2024',
    ],
    ['transferred', [], [owned('Ann', day)], 'Unit 7 transferred to Ann on Mar 15, 2024'],
    [
      'ended',
      [owned('Ann', old)],
      [owned('Ann', old, day)],
      'Ownership of Unit 7 ended on Mar 15, 2024: Ann',
    ],
    [
      'corrected',
      [owned('D’Árcy', old)],
      [owned('D’Árcy', day)],
      'Dates of D’Árcy’s ownership of Unit 7 corrected: since Mar 15, 2024 (was since Jan 5, 2020)',
    ],
    [
      'corrected',
      [half('Ann', old), half('Bob', old)],
      [owned('Ann', old, null, '2/3'), owned('Bob', old, null, '1/3')],
      'Shares of Ann’s and Bob’s ownership of Unit 7 corrected',
    ],
    [
      'corrected',
      [owned('Ann', old, null)],
      [half('Ann', day)],
      'Dates and shares of Ann’s ownership of Unit 7 corrected',
    ],
    [
      'corrected',
      [owned('Ann', old)],
      [owned('Bob', old)],
      'Ownership of Unit 7 corrected: Bob in place of Ann',
    ],
    [
      'corrected',
      [owned('Ann', old)],
      [half('Ann', old), half('Bob', old)],
      'Ownership of Unit 7 corrected: Bob added',
    ],
    ['corrected', [owned('Ann', old, day)], [], 'Ownership of Unit 7 corrected: Ann taken out'],
  ])('%s: %#', (act, before, after, sentence) => {
    expect(describeOwnership('Unit 7', { action: `ownership:${act}`, before, after })).toBe(sentence)
  })

  it('knows nothing of what is not on record', () => {
    expect(describeOwnership('Unit 7', { action: 'ownership:ended', before: null, after: null })).toBeNull()
    expect(describeOwnership('Unit 7', { action: 'unit:added', before: null, after: [] })).toBeNull()
  })
})
