import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFreeSlug } from '@/lib/tenancy/host'
import { slugAlternatives, slugFrom } from './rules'
import { slugSchema } from './schema'

describe('slugFrom', () => {
  it.each([
    ['Bay & Co', 'bay-and-co'],
    ['Bay and Co., LLC', 'bay-and-co'],
    ['Bayfront Association Management, LLC', 'bayfront-association-management'],
    ['Smith & Sons Co.', 'smith-and-sons'],
    ['Côte d’Azur Rentals', 'cote-dazur-rentals'],
    ['  The   A.B.C. Group Inc ', 'the-abc-group'],
    ['株式会社', ''],
    ['Neighborhood Condominium Partnership of Southwest Florida', 'neighborhood-condominium-partnership-of'],
  ])('%s → %s', (name, slug) => {
    expect(slugFrom(name)).toBe(slug)
  })

  it('makes a subdomain of the right shape, or nothing, from any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect(slugFrom(name)).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slugFrom(name).length).toBeLessThanOrEqual(40)
      }),
    )
  })
})

describe('slugAlternatives', () => {
  it('offers only addresses that a company may take', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,40}$/), slug => {
        const offered = slugAlternatives(slug)
        expect(offered.length).toBeGreaterThan(0)
        expect(offered.every(isFreeSlug)).toBe(true)
      }),
    )
  })
})

describe('slugSchema', () => {
  it('accepts exactly what the directory accepts', () => {
    const slugs = fc.oneof(
      fc.stringMatching(/^[a-z0-9-]{1,42}$/),
      fc.string(),
      fc.constantFrom('admin', 'www', 'api', 'a', 'a-b', '-a', 'a--b'),
    )
    fc.assert(
      fc.property(slugs, slug => {
        const parsed = slugSchema.safeParse(slug)
        expect(parsed.success).toBe(isFreeSlug(slug.trim().toLowerCase()))
      }),
      { numRuns: 500 },
    )
  })
})
