import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, enterprise, perHomeowner, pro } from './fixtures/versions'
import {
  compareTiers,
  exceedingLimits,
  featuresOf,
  limitState,
  limitsOf,
  lowestWith,
  lowestWithRoom,
  sizeClass,
} from './rules'

const offered = [enterprise, perHomeowner, basic, pro]

describe('limitState', () => {
  it.each([
    [0, 20, 'ok'],
    [15, 20, 'ok'],
    [16, 20, 'warning'],
    [19, 20, 'warning'],
    [20, 20, 'reached'],
    [25, 20, 'reached'],
    [3, 4, 'ok'],
    [0, 0, 'reached'],
    [9_999, undefined, 'ok'],
  ] as const)('of %d of %s is %s', (used, limit, state) => {
    expect(limitState(used, limit)).toBe(state)
  })

  it('never relaxes as more is used', () => {
    const order = ['ok', 'warning', 'reached']
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (used, more, limit) => {
        const [before, after] = [limitState(used, limit), limitState(used + more, limit)]
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }),
    )
  })
})

describe('sizeClass', () => {
  it.each([
    [99, 'small'],
    [100, 'medium'],
    [499, 'medium'],
    [500, 'large'],
    [1_999, 'large'],
    [2_000, 'enterprise'],
  ])('of %d homeowners is %s', (homeowners, size) => {
    expect(sizeClass(homeowners)).toBe(size)
  })
})

describe('exceedingLimits', () => {
  it('lists what a plan would not hold, with what to do', () => {
    expect(exceedingLimits({ users: 21, properties: 1_100, bookings: 100 }, basic)).toEqual([
      {
        limit: 'users',
        used: 21,
        allowed: 5,
        sentence: 'There are 21 users; Basic includes 5. Suspend 16 of them first.',
      },
      {
        limit: 'properties',
        used: 1_100,
        allowed: 20,
        sentence: 'There are 1,100 properties; Basic includes 20. Archive 1,080 of them first.',
      },
    ])
  })

  it('is empty when the plan just fits or sets no limits', () => {
    expect(exceedingLimits({ users: 20, properties: 100, bookings: 500 }, pro)).toEqual([])
    expect(exceedingLimits({ users: 900, properties: 900, bookings: 9_000 }, perHomeowner)).toEqual([])
  })
})

describe('a company with a plan of each kind', () => {
  it('has the limits that any of them sets', () => {
    expect(limitsOf([perHomeowner, basic])).toEqual(basic.limits)
    expect(limitsOf([enterprise, basic])).toEqual(basic.limits)
    expect(limitsOf([perHomeowner])).toEqual({})
  })

  it('has the features of both', () => {
    expect([...featuresOf([basic, perHomeowner])].sort()).toEqual([...perHomeowner.features].sort())
    expect(featuresOf([])).toEqual(new Set())
  })
})

describe('tiers', () => {
  it('go up and down', () => {
    expect(compareTiers(basic, enterprise)).toBe('upgrade')
    expect(compareTiers(pro, basic)).toBe('downgrade')
    expect(compareTiers(pro, { ...pro, id: 'pro-2', version: 2 })).toBe('same')
    expect(() => compareTiers(pro, perHomeowner)).toThrow(/cannot be compared/)
  })

  it('include all that a lower one does', () => {
    expect(enterprise.features).toEqual(expect.arrayContaining([...pro.features]))
    expect(pro.features).toEqual(expect.arrayContaining([...basic.features]))
  })

  it('are offered by what is missing', () => {
    expect(lowestWith('api', offered)).toBe(pro)
    expect(lowestWith('custom-domain', offered)).toBe(enterprise)
    expect(lowestWith('custom-domain', [basic, pro])).toBeNull()
    expect(lowestWithRoom('users', 5, offered)).toBe(pro)
    expect(lowestWithRoom('users', 4, offered)).toBe(basic)
    expect(lowestWithRoom('users', 100, offered)).toBeNull()
  })
})
