import { describe, expect, it } from 'vitest'
import { currentHref, isCurrent } from './nav'

describe('isCurrent', () => {
  it.each([
    ['/manage/units', '/manage/units', true],
    ['/manage/units', '/manage/units/7', true],
    ['/manage/units', '/manage/units-archive', false],
    ['/manage/units', '/t/acme/manage/units', true],
    ['/manage/units?f.status=active', '/manage/units/', true],
    ['/', '/manage', false],
    ['/', '/t/acme', true],
  ])('%s at %s: %s', (href, pathname, expected) => {
    expect(isCurrent({ href }, pathname)).toBe(expected)
  })

  it('takes exact places literally', () => {
    expect(isCurrent({ href: '/manage', exact: true }, '/manage/units')).toBe(false)
  })
})

describe('currentHref', () => {
  it('prefers the most specific place', () => {
    const items = ['/manage', '/manage/settings', '/manage/settings/roles'].map(href => ({
      href,
      label: href,
    }))
    expect(currentHref(items, '/manage/settings/roles')).toBe('/manage/settings/roles')
    expect(currentHref(items, '/elsewhere')).toBeUndefined()
  })
})
