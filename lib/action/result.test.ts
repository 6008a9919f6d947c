import { describe, expect, it } from 'vitest'
import { refuse } from './result'

describe('refuse', () => {
  it.each([
    ['it is empty', 'This file cannot be read: it is empty.'],
    ['Export it as PNG instead.', 'This file cannot be read: Export it as PNG instead.'],
    ['is it one?', 'This file cannot be read: is it one?'],
  ])('ends in one stop: %s', (why, message) => {
    expect(refuse('file_unreadable', { params: { why } }).message).toBe(message)
  })
})
