import { describe, expect, it } from 'vitest'
import { judgePassword } from './judge-password'

const personal = ['Maria Delacroix', 'maria.delacroix@lakeside.example', 'Lakeside Community Management']

describe('judgePassword', () => {
  it.each([
    'short7x',
    'Password123!',
    'qwertyuiop12',
    'iloveyou1234',
    'aaaaaaaaaaaaaaa',
    'Lakeside2026',
    'mariadelacroix',
    'Delacroix1!',
    'portico2026',
    'x'.repeat(201),
  ])('refuses %s with a sentence', async password => {
    expect(await judgePassword(password, personal)).toMatch(/\w.*\.$/)
  })

  it.each([
    'otter-canal-maple-91',
    'correct horse battery staple',
    'Ünsere Möwe fliegt tief',
    '🦦🛶🍁 otter canal',
  ])('takes %s', async password => {
    expect(await judgePassword(password, personal)).toBeNull()
  })

  it('counts characters as people see them', async () => {
    expect(await judgePassword('🦦🛶🍁🦦🛶', personal)).toMatch(/at least 10/)
  })
})
