import { describe, expect, it } from 'vitest'
import { formatPhone, phoneHref } from './format-phone'
import { readPhone } from './read-phone'

describe('formatPhone', () => {
  it.each([
    ['305.555.0142', '(305) 555-0142', 'tel:+13055550142'],
    ['(305) 555-0142 ext 12', '(305) 555-0142 ext. 12', 'tel:+13055550142;ext=12'],
    ['+44 20 7183 8750', '+442071838750', 'tel:+442071838750'],
  ])('writes what %s was read as', (typed, shown, href) => {
    const kept = readPhone(typed) ?? ''
    expect(formatPhone(kept)).toBe(shown)
    expect(phoneHref(kept)).toBe(href)
    expect(readPhone(formatPhone(kept))).toBe(kept)
  })

  it('understands a number that was kept with spaces', () => {
    expect(formatPhone('+1 239 555 0192')).toBe('(239) 555-0192')
    expect(phoneHref('+1 239 555 0192')).toBe('tel:+12395550192')
  })

  it('leaves text that is no kept number as it is', () => {
    expect(formatPhone('555-0142')).toBe('555-0142')
  })
})
