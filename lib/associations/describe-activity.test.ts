import { describe, expect, it } from 'vitest'
import { describeActivity } from './describe-activity'
import { addressLine, isZone, jurisdictionName, monthName, registerNumber, zoneChoices } from './rules'

const entry = { id: 'x', at: new Date(0), by: null, subjectLabel: 'Harbour · Point · 7' }
const said = (action: string, before: unknown, after: unknown, under: 'association' | 'unit' = 'unit') =>
  describeActivity(
    { ...entry, action, subjectType: action.startsWith('ownership') ? 'unit' : 'association', before, after },
    under,
  )
const owned = (owner: string, from: string, until: string | null) => ({ owner, share: '1', from, until })

describe('describeActivity', () => {
  it.each([
    ['association:added', null, null, 'Added'],
    ['association:edited', { county: 'Lee' }, { county: 'Collier' }, 'Changed county from Lee to Collier'],
    ['association:edited', { county: null }, { county: 'Lee' }, 'Changed county from nothing to Lee'],
    [
      'association:edited',
      { fiscalYearStartMonth: 1 },
      { fiscalYearStartMonth: 7 },
      'Changed start of the fiscal year from January to July',
    ],
    ['unit:edited', { label: '1', city: 'A' }, { label: '2', city: 'B' }, 'Changed number, city'],
    ['unit:series-added', null, { units: 12, first: '101', last: '304' }, 'Added 12 units, 101 to 304'],
    [
      'board-seat:added',
      null,
      { name: 'Ann', title: 'vice-president' },
      'Ann joined the board as vice president',
    ],
    [
      'board-seat:removed',
      { name: 'Ann', title: 'director' },
      null,
      'Ann was taken off the record as director',
    ],
    [
      'ownership:transferred',
      [owned('Ann', '2020-01-05', null)],
      [owned('Ann', '2020-01-05', '2024-03-15'), owned('Bob', '2024-03-15', null)],
      'Unit 7 transferred from Ann to Bob on Mar 15, 2024',
    ],
    ['ownership:ended', null, null, 'Ownership ended'],
    ['association:register-checked', null, null, 'Register checked'],
  ])('tells %s', (action, before, after, sentence) => {
    expect(said(action, before, after)).toBe(sentence)
  })

  it('says in an association’s list which unit it was', () => {
    const unit = { ...entry, action: 'unit:archived', subjectType: 'unit', before: null, after: null }
    expect(describeActivity(unit, 'unit')).toBe('Archived')
    expect(describeActivity(unit, 'association')).toBe('Unit 7: Archived')
    expect(describeActivity({ ...unit, subjectType: 'association' }, 'association')).toBe('Archived')
    const owners = { before: [], after: [owned('Bob', '2024-03-15', null)] }
    expect(describeActivity({ ...unit, ...owners, action: 'ownership:transferred' }, 'association')).toBe(
      'Unit 7 transferred to Bob on Mar 15, 2024',
    )
  })
})

describe('words of an association', () => {
  it('are those people use', () => {
    expect(monthName(7)).toBe('July')
    expect(registerNumber('fl-dbpr:PR72740')).toBe('PR72740')
    expect(registerNumber('HOA-12')).toBe('HOA-12')
    expect(jurisdictionName('US-FL')).toBe('Florida')
    expect(jurisdictionName('CA-ON')).toBe('CA-ON')
    expect(addressLine({ street: '1 Main St', city: 'Naples', region: 'FL', postalCode: '34102' })).toBe(
      '1 Main St, Naples, FL 34102',
    )
    expect(addressLine({ street: null, city: null, region: null, postalCode: null })).toBe('')
  })

  it('keep a zone that is not among the usual ones', () => {
    expect(isZone('Europe/Lisbon')).toBe(true)
    expect(isZone('Nowhere/City')).toBe(false)
    expect(zoneChoices('Europe/Lisbon').at(-1)).toEqual({ value: 'Europe/Lisbon', label: 'Europe/Lisbon' })
    expect(zoneChoices('America/Denver')).toEqual(zoneChoices())
  })
})
