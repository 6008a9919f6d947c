import { describe, expect, it } from 'vitest'
import { readInput } from '@/lib/action/read-input'
import { describeActivity } from './describe-activity'
import { inviteSentence } from './invite-homeowners'
import { addressLines, portalStatusOf } from './rules'
import { addHomeownerSchema } from './schema'

describe('addHomeownerSchema', () => {
  it('says what is wrong beside each field', () => {
    const answer = readInput(addHomeownerSchema, {
      name: ' ',
      email: 'nobody',
      phone: '12',
      mailingCountry: 'USA',
    })
    expect(!answer.ok && Object.keys(answer.fields ?? {}).sort()).toEqual([
      'email',
      'mailingCountry',
      'name',
      'phone',
    ])
  })
})

describe('portalStatusOf', () => {
  const nobody = { suspendedAt: null, emailVerifiedAt: null, passwordHash: null }
  it.each([
    [null, 'not-invited'],
    [nobody, 'invited'],
    [{ ...nobody, emailVerifiedAt: new Date() }, 'active'],
    [{ ...nobody, passwordHash: 'x' }, 'active'],
    [{ ...nobody, passwordHash: 'x', suspendedAt: new Date() }, 'revoked'],
  ] as const)('%o is %s', (user, status) => {
    expect(portalStatusOf(user)).toBe(status)
  })
})

describe('addressLines', () => {
  it('writes an envelope, naming the country only abroad', () => {
    const mailing = {
      mailingStreet: '1 Ocean Drive',
      mailingCity: 'Miami',
      mailingRegion: 'FL',
      mailingPostalCode: '33139',
      mailingCountry: 'US',
    }
    expect(addressLines(mailing)).toEqual(['1 Ocean Drive', 'Miami, FL 33139'])
    expect(addressLines({ ...mailing, mailingCountry: 'CA' }).at(-1)).toBe('CA')
    const empty = { ...mailing, mailingStreet: null, mailingCity: null, mailingRegion: null }
    expect(addressLines({ ...empty, mailingPostalCode: null })).toEqual([])
  })
})

describe('inviteSentence', () => {
  it('leaves out what did not happen', () => {
    expect(inviteSentence({ sent: 1, already: 0, withoutEmail: 0, other: 0 })).toBe(
      '1 invitation on its way.',
    )
    expect(inviteSentence({ sent: 3, already: 2, withoutEmail: 1, other: 0 })).toBe(
      '3 invitations on their way · 2 already have access · 1 without an email address.',
    )
  })
})

describe('describeActivity', () => {
  const activity = {
    ...{ id: 'x', at: new Date(), by: null, before: null, after: null },
    ...{ subjectType: 'homeowner', subjectLabel: 'Ann' },
  }
  const owned = (from: string, until: string | null, share = '1') => ({
    unit: 'Harbour Point · 9',
    ...{ share, from, until },
  })
  const [old, day] = ['2020-01-05', '2024-03-15']
  it.each([
    [
      { action: 'homeowner:edited', after: { mailingCity: 'x', mailingStreet: 'y', email: 'z' } },
      'Changed mailing address, email',
    ],
    [
      { action: 'ownership:transferred', before: [], after: [owned(day, null)] },
      'Became owner of Harbour Point · 9 on Mar 15, 2024',
    ],
    [
      { action: 'ownership:transferred', before: [owned(old, null)], after: [owned(old, day)] },
      'No longer owner of Harbour Point · 9: transferred on Mar 15, 2024',
    ],
    [
      {
        action: 'ownership:transferred',
        before: [owned(old, null)],
        after: [owned(old, day), owned(day, null, '1/2')],
      },
      'Share of Harbour Point · 9 became 50% on Mar 15, 2024',
    ],
    [
      { action: 'ownership:ended', before: [owned(old, null)], after: [owned(old, day)] },
      'Ownership of Harbour Point · 9 ended on Mar 15, 2024',
    ],
    [
      { action: 'ownership:corrected', before: [owned(old, null)], after: [owned(day, null)] },
      'Dates of the ownership of Harbour Point · 9 corrected: since Mar 15, 2024 (was since Jan 5, 2020)',
    ],
    [
      { action: 'ownership:corrected', before: [owned(old, null)], after: [] },
      'Ownership of Harbour Point · 9 taken out by a correction',
    ],
    [{ action: 'something:new' }, 'something:new'],
  ])('%o reads %s', (fact, sentence) => {
    expect(describeActivity({ ...activity, ...fact })).toBe(sentence)
  })
})
