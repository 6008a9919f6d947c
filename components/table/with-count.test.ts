import { expect, test } from 'vitest'
import { withCount } from './with-count'

test('one and many each have their word', () => {
  expect(withCount('Archive {count} {unit|units}?', 1)).toBe('Archive 1 unit?')
  expect(withCount('Archive {count} {unit|units}?', 25)).toBe('Archive 25 units?')
})

test('a text without a place for the number stays as it is', () => {
  expect(withCount('Archive', 25)).toBe('Archive')
})
