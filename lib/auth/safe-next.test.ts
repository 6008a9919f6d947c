import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeNext } from './safe-next'

describe('safeNext', () => {
  it.each(['/manage', '/manage/units?q=a%20b&page=2#top', '/portal/units/7'])('keeps %s', path => {
    expect(safeNext(path)).toBe(path)
  })

  it.each([
    undefined,
    null,
    '',
    'manage',
    'https://evil.example/manage',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/%0a/evil.example\n',
    '/\t/evil.example',
    '/./\t//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/api/auth/signout',
  ])('leads %j to the start page', next => {
    expect(safeNext(next)).toBe('/')
  })

  it('never leaves the host, whatever it is given', () => {
    const tricky = fc.string({
      unit: fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', '%', 'a', '?', '#'),
    })
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string()), next => {
        const url = new URL(safeNext(next), 'https://acme.example')
        expect(url.origin).toBe('https://acme.example')
      }),
      { numRuns: 500 },
    )
  })
})
