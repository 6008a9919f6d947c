import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '@/lib/phone/read-phone'
import { readDate } from './read-date'
import { resolveCounty } from './resolve-county'
import { splitAddress } from './split-address'

describe('small readers', () => {
  it('reads dates in every common form and none that do not exist', () => {
    const day = fc.date({ min: new Date('1905-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, date => {
        const iso = date.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-') as [string, string, string]
        const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
        for (const form of [
          iso,
          `${m}/${d}/${y}`,
          `${Number(m)}-${Number(d)}-${y}`,
          `${month} ${Number(d)}, ${y}`,
          `${d}-${month}-${y}`,
          `${m}/${d}/${y} 12:30 PM`,
          `${iso}T00:00:00Z`,
        ])
          expect(readDate(form)).toBe(iso)
      }),
    )
    expect(
      ['02/30/2020', '13/01/2020', '00/10/2020', '2020', 'soon', '1/2', '02/29/1900', 'Foo 3, 2020'].map(
        readDate,
      ),
    ).toEqual(Array(8).fill(null))
    expect([readDate('1/5/49'), readDate('1/5/72')]).toEqual(['2049-01-05', '1972-01-05'])
  })

  it('reads telephone numbers', () => {
    expect(
      ['305.555.0134', '+1 (305) 555-0134', '1-305-555-0134', '+44 20 7946 0958', '305-555-0134 x12'].map(
        readPhone,
      ),
    ).toEqual(['+13055550134', '+13055550134', '+13055550134', '+442079460958', '+13055550134;ext=12'])
    expect(['555-0134', 'call me', '123-456-7890', '+0123'].map(readPhone)).toEqual([null, null, null, null])
  })

  it('splits addresses as printed', () => {
    expect(splitAddress('4920,4900,4880 LUCERNE LKS, LAKE WORTH, FL 33465')).toEqual({
      street: '4920,4900,4880 Lucerne Lks',
      city: 'Lake Worth',
      region: 'FL',
      postalCode: '33465',
    })
    expect(splitAddress('UNKNOWN, , FL ')).toEqual({
      street: null,
      city: null,
      region: 'FL',
      postalCode: null,
    })
    expect(splitAddress('SUN CITY BOULEVARD, FT. MYERS, FL 999999')).toMatchObject({
      postalCode: null,
      city: 'Ft. Myers',
    })
    expect(splitAddress('')).toEqual({ street: null, city: null, region: null, postalCode: null })
  })

  it('knows the counties of Florida and their zones', () => {
    expect(resolveCounty('Saint Lucie County', null)).toEqual({ name: 'St. Lucie', zone: 'America/New_York' })
    expect(resolveCounty('ESCAMBIA', null)?.zone).toBe('America/Chicago')
    expect(resolveCounty('Gulf', 'Port St. Joe')?.zone).toBe('America/New_York')
    expect(resolveCounty('Gulf', 'Wewahitchka')?.zone).toBe('America/Chicago')
    expect(resolveCounty('Kings', null)).toBeNull()
  })
})
