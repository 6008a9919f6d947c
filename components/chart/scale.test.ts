import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describePoints, labelledAt, scaleOf, topOf } from './scale'

describe('scaleOf', () => {
  it('runs from round figure to round figure', () => {
    expect(scaleOf([3, 96])).toEqual({ min: 0, max: 100, ticks: [0, 50, 100] })
    expect(scaleOf([137])).toEqual({ min: 0, max: 150, ticks: [0, 50, 100, 150] })
    expect(scaleOf([0.3])).toEqual({ min: 0, max: 0.3, ticks: [0, 0.1, 0.2, 0.3] })
    expect(scaleOf([-40, 120]).ticks).toEqual([-100, 0, 100, 200])
  })

  it('counts whole things in whole steps, and bears nothing at all', () => {
    expect(scaleOf([1]).ticks).toEqual([0, 1])
    expect(scaleOf([])).toEqual({ min: 0, max: 1, ticks: [0] })
    expect(scaleOf([0, 0])).toEqual({ min: 0, max: 1, ticks: [0] })
  })

  it('holds every value and zero, with few ticks', () => {
    const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, given => {
        const scale = scaleOf(given)
        for (const value of [...given, 0]) {
          const top = topOf(value, scale)
          expect(top).toBeGreaterThanOrEqual(-1e-6)
          expect(top).toBeLessThanOrEqual(100 + 1e-6)
        }
        expect(scale.ticks.length).toBeLessThanOrEqual(6)
      }),
    )
  })
})

describe('labelledAt', () => {
  it('takes the ends and evenly between them', () => {
    expect(labelledAt(3, 5)).toEqual([0, 1, 2])
    expect(labelledAt(30, 3)).toEqual([0, 15, 29])
    expect(labelledAt(0, 3)).toEqual([])
  })
})

describe('describePoints', () => {
  it('tells ends and extremes', () => {
    const points = [
      { label: 'May', value: 5 },
      { label: 'Jun', value: null },
      { label: 'Jul', value: 9 },
      { label: 'Aug', value: 2 },
    ]
    expect(describePoints(points, String)).toBe('From 5 (May) to 2 (Aug); lowest 2 (Aug), highest 9 (Jul).')
    expect(describePoints([], String)).toBe('Nothing is known yet.')
  })
})
