import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actionInput } from './action-input'

const schema = z.object({ id: z.string(), name: z.string() })
const form = (values: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

describe('actionInput', () => {
  it.each<[string, unknown[]]>([
    ['a field of the form', [{ id: 'bound' }, null, form({ id: 'forged', name: 'N' })]],
    ['a second object', [{ id: 'bound' }, { id: 'forged', name: 'N' }]],
    ['the form’s earlier state', [{ id: 'bound' }, { id: 'forged' }, form({ name: 'N' })]],
    ['a further form', [{ id: 'bound' }, null, form({ id: 'forged' }), form({ id: 'forged', name: 'N' })]],
    ['an object after the form', [{ id: 'bound' }, null, form({}), { id: 'forged', name: 'N' }]],
  ])('keeps what was bound against %s', (_, args) => {
    expect(actionInput(schema, args)).toEqual({ ok: true, value: { id: 'bound', name: 'N' } })
  })

  it('refuses what no database takes', () => {
    expect(actionInput(schema, [{ id: 'a', name: 'A\u0000B' }])).toMatchObject({
      ok: false,
      fields: { name: 'This holds a character that cannot be kept.' },
    })
  })
})
