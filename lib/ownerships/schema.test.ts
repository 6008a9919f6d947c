import { describe, expect, it } from 'vitest'
import { readInput } from '@/lib/action/read-input'
import { fraction, whole } from '@/lib/fraction/fraction'
import { correctSchema, endSchema, transferSchema } from './schema'

const unitId = '0198c1a2-0000-7000-8000-000000000001'
const ana = '0198c1a2-0000-7000-8000-0000000000a1'
const ben = '0198c1a2-0000-7000-8000-0000000000b1'

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ unitId, seen: 'abc', ...fields }))
    for (const one of [value].flat()) data.append(name, one)
  return data
}

describe('transferSchema', () => {
  it('reads one owner a row, known or new', () => {
    const input = form({
      on: '2024-03-15',
      'homeownerId[]': [ana, ''],
      'name[]': ['', ' Dora   Levi '],
      'email[]': ['', 'Dora@Example.com'],
      'share[]': ['1/3', '66 2/3 %'],
    })
    expect(readInput(transferSchema, input)).toMatchObject({
      ok: true,
      value: {
        on: '2024-03-15',
        owners: [
          { homeownerId: ana, share: fraction(1, 3) },
          { name: 'Dora Levi', email: 'dora@example.com', share: fraction(2, 3) },
        ],
      },
    })
  })

  it('names what is wrong by row', () => {
    const input = form({
      on: '2024-02-30',
      'homeownerId[]': [ana, '', ''],
      'name[]': ['', '', 'Dora'],
      'email[]': ['', '', 'nobody'],
      'share[]': ['0', '150%', '1/2'],
    })
    const answer = readInput(transferSchema, input)
    expect(!answer.ok && answer.fields).toEqual({ on: 'February 2024 has no 30th.' })
    input.set('on', 'soon')
    const unreadable = readInput(transferSchema, input)
    expect(!unreadable.ok && unreadable.fields).toEqual({ on: 'Choose a date.' })
    input.set('on', '2024-02-28')
    const rows = readInput(transferSchema, input)
    expect(!rows.ok && Object.keys(rows.fields ?? {}).sort()).toEqual([
      'email.2',
      'homeownerId.1',
      'share.0',
      'share.1',
    ])
  })

  it('wants at least one owner and a day within reason', () => {
    const nobody = readInput(transferSchema, form({ on: '2024-03-15' }))
    expect(!nobody.ok && nobody.fields?.homeownerId).toBe('Name at least one new owner.')
    expect(readInput(endSchema, form({ on: '1066-10-14' })).ok).toBe(false)
    expect(readInput(endSchema, form({ on: '2024-03-15' })).ok).toBe(true)
  })
})

describe('correctSchema', () => {
  it('reads a whole history and leaves open what has no end', () => {
    const input = form({
      'periodId[]': [unitId, ''],
      'homeownerId[]': [ana, ben],
      'startsOn[]': ['2010-01-01', '2020-01-01'],
      'endsOn[]': ['2020-01-01', ''],
      'share[]': ['100%', '1'],
    })
    const answer = readInput(correctSchema, input)
    expect(answer.ok && answer.value.periods).toEqual([
      { id: unitId, homeownerId: ana, startsOn: '2010-01-01', endsOn: '2020-01-01', share: whole },
      { id: null, homeownerId: ben, startsOn: '2020-01-01', endsOn: null, share: whole },
    ])
  })

  it('refuses periods that end before they start and rows without an owner', () => {
    const input = form({
      'homeownerId[]': [ana, ''],
      'startsOn[]': ['2020-01-01', '2020-01-01'],
      'endsOn[]': ['2020-01-01', ''],
      'share[]': ['1', '1'],
    })
    const answer = readInput(correctSchema, input)
    expect(!answer.ok && Object.keys(answer.fields ?? {}).sort()).toEqual(['endsOn.0', 'homeownerId.1'])
  })
})
