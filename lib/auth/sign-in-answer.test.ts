import { describe, expect, it } from 'vitest'
import { refuse } from '@/lib/action/result'
import { readAnswer, writeAnswer } from './sign-in-answer'

describe('sign-in answers', () => {
  it('come back as they were given', () => {
    const refusal = refuse('weak_password', { fields: { password: 'Too short.' } })
    expect(readAnswer(writeAnswer(refusal))).toEqual(refusal)
    const wait = refuse('too_many', { params: { wait: '5 minutes' } })
    expect(readAnswer(writeAnswer(wait))).toEqual(wait)
  })

  it('are not made of other words', () => {
    expect(readAnswer('CredentialsSignin')).toBeNull()
    expect(readAnswer('')).toBeNull()
    expect(readAnswer('{"reason":"nonsense"}')).toBeNull()
    expect(readAnswer('{broken')).toBeNull()
  })
})
