import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { editAssociationsSchema } from '@/lib/associations/schema'
import { editUnitsSchema } from '@/lib/units/schema'
import { readInput } from './read-input'

const ids = ['019a0000-0000-7000-8000-000000000001']

describe('readInput', () => {
  it.each([
    ['associations', editAssociationsSchema, { kind: '', county: '' }],
    ['units', editUnitsSchema, { voteWeight: ' ', assessmentShare: '' }],
  ])('says of %s edited without a change what is missing, since no field is wrong', (_, schema, typed) => {
    expect(readInput(schema, { ids, ...typed })).toMatchObject({
      reason: 'invalid',
      message: 'Fill in at least one field.',
    })
  })

  it('points at fields where some are wrong', () => {
    expect(readInput(z.object({ name: z.string('Write a name.') }), {})).toMatchObject({
      message: 'Please check the highlighted fields.',
      fields: { name: 'Write a name.' },
    })
  })
})
