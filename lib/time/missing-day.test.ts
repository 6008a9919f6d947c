import { describe, expect, it } from 'vitest'
import { missingDay } from './missing-day'

describe('missingDay', () => {
  it.each([
    ['02/30/2025', 'February 2025 has no 30th.'],
    ['2025-02-29', 'February 2025 has no 29th.'],
    ['4/31/2024', 'April 2024 has no 31st.'],
    ['1.32.2024', 'January 2024 has no 32nd.'],
    ['02/29/1900', 'February 1900 has no 29th.'],
    ['02/29/2024', null],
    ['2025-01-31', null],
    ['13/01/2025', null],
    ['00/10/2025', null],
    ['02/00/2025', null],
    ['02/30-2025', null],
    ['soon', null],
    ['', null],
  ])('%s: %s', (text, sentence) => {
    expect(missingDay(text)).toBe(sentence)
  })
})
