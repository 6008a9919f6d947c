import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tenantSizes } from './sizes'

it('gives every homeowner to one tenant, the largest first', () => {
  const input = fc.record({
    tenants: fc.integer({ min: 2, max: 600 }),
    each: fc.integer({ min: 20, max: 3000 }),
  })
  fc.assert(
    fc.property(input, ({ tenants, each }) => {
      const homeowners = tenants * each
      const largest = Math.ceil(homeowners / 4) + each
      const sizes = tenantSizes(tenants, homeowners, largest)
      expect(sizes).toHaveLength(tenants)
      expect(sizes.reduce((a, b) => a + b, 0)).toBe(homeowners)
      expect(sizes[0]).toBe(largest)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10)
    }),
  )
})

it('refuses what cannot be', () => {
  expect(() => tenantSizes(500, 1000, 100)).toThrow('too few')
})
