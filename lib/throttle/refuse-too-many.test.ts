import { expect, it } from 'vitest'
import { refuseTooMany } from './refuse-too-many'

it.each([
  [0, '1 second'],
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3600, '60 minutes'],
])('says how long %i seconds are', (seconds, words) => {
  expect(refuseTooMany(seconds).message).toBe(`Too many attempts. Try again in ${words}.`)
})
