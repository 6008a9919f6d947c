import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFraction, fraction, whole } from '@/lib/fraction/fraction'
import { shareText, spellSeries, sumShares } from './rules'
import { addSeriesSchema, addUnitSchema, editUnitsSchema } from './schema'

describe('spellSeries', () => {
  it.each([
    ['101–103', '', ['101', '102', '103']],
    ['A-1 - A-3, PH', '', ['A-1', 'A-2', 'A-3', 'PH']],
    ['A-1–3', '', ['A-1', 'A-2', 'A-3']],
    ['08-11', '', ['08', '09', '10', '11']],
    ['01–02', '1–2', ['101', '102', '201', '202']],
    ['B-01', '12', ['B-1201']],
    ['1, 1, 2', '', ['1', '2']],
    ['7', '', ['7']],
  ])('spells out %j on floors %j', (numbers, floors, labels) => {
    expect(spellSeries(numbers, floors)).toEqual(labels)
  })

  it.each([
    ['', ''],
    ['9–3', ''],
    ['1–5000', ''],
    ['1–50', '1–100'],
    ['1', 'two'],
    ['1', '3–1'],
    ['x'.repeat(41), ''],
  ])('refuses %j on floors %j', (numbers, floors) => {
    expect(spellSeries(numbers, floors)).toBeNull()
  })

  it('gives each label once, however ranges overlap', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(ranges, parts => {
        const labels = spellSeries(parts.map(([from, more]) => `${from}–${from + more}`).join(', ')) ?? []
        expect(new Set(labels).size).toBe(labels.length)
        for (const [from, more] of parts)
          expect(labels).toEqual(expect.arrayContaining([`${from}`, `${from + more}`]))
      }),
    )
  })
})

describe('sumShares', () => {
  it('knows one whole exactly, where rounded percentages fall short', () => {
    expect(sumShares([{ share: fraction(1, 120), units: 120 }])).toMatchObject({ state: 'whole', sum: whole })
    const rounded = sumShares([{ share: fraction(8333, 1_000_000), units: 120 }])
    expect(rounded.state).toBe('short')
    expect(formatFraction(rounded.sum)).toBe('24999/25000')
    expect(sumShares([{ share: fraction(1, 2), units: 3 }]).state).toBe('over')
  })

  it('tells equal parts from shares that are missing', () => {
    expect(sumShares([{ share: null, units: 4 }]).state).toBe('equal')
    expect(sumShares([])).toMatchObject({ state: 'equal', units: 0 })
    const mixed = sumShares([
      { share: null, units: 1 },
      { share: fraction(1, 3), units: 3 },
    ])
    expect(mixed).toMatchObject({ state: 'incomplete', units: 4, given: 3, sum: whole })
  })

  it('makes one whole of any whole cut into parts', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(cuts, parts => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const groups = parts.map(part => ({ share: fraction(part, total), units: 1 }))
        expect(sumShares(groups).state).toBe('whole')
      }),
    )
  })
})

describe('shareText', () => {
  it('writes what is stored for people', () => {
    expect(shareText('3/81')).toBe('1/27')
    expect(shareText('1/8')).toBe('12.5%')
    expect(shareText(null)).toBeNull()
  })
})

describe('schemas of units', () => {
  const associationId = '0190f3a0-0000-7000-8000-000000000001'
  const add = (more: object) => addUnitSchema.safeParse({ associationId, label: '101', ...more })

  it('reads votes and shares exactly', () => {
    expect(add({ voteWeight: '3/2', assessmentShare: '0.8333 %' }).data).toMatchObject({
      voteWeight: fraction(3, 2),
      assessmentShare: fraction(8333, 1_000_000),
    })
    expect(add({}).data).toMatchObject({ voteWeight: whole, assessmentShare: null })
  })

  it.each([
    [{ assessmentShare: '0.0000000001' }, /cannot be kept exactly/],
    [{ assessmentShare: '3/2' }, /at most the whole/],
    [{ assessmentShare: 'a third' }, /1\/120/],
    [{ voteWeight: '-1' }, /a number or fraction/],
    [{ label: '  ' }, /number or name/],
  ])('refuses %j', (more, sentence) => {
    expect(add(more).error?.issues[0]?.message).toMatch(sentence)
  })

  it('says which part of a series it cannot read', () => {
    const read = (more: object) =>
      addSeriesSchema.safeParse({ associationId, ...more }).error?.issues[0]?.path
    expect(read({ numbers: '9-1' })).toEqual(['numbers'])
    expect(read({ numbers: '1-9', floors: 'x' })).toEqual(['floors'])
  })

  it('wants something to change', () => {
    const ids = [associationId]
    expect(editUnitsSchema.safeParse({ ids }).success).toBe(false)
    expect(editUnitsSchema.safeParse({ ids, voteWeight: 'x' }).success).toBe(false)
    expect(editUnitsSchema.parse({ ids, equal: 'on' })).toMatchObject({
      voteWeight: null,
      assessmentShare: null,
    })
    expect(editUnitsSchema.parse({ ids, assessmentShare: '1/4' }).assessmentShare).toEqual(fraction(1, 4))
  })
})
