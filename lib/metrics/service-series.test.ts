import { expect, it } from 'vitest'
import { serviceSeries } from './service-series'

const now = new Date('2026-03-05T13:20:00Z')
const at = (text: string, requests: number, slow: number, errors: number) => ({
  hourAt: new Date(text),
  requests,
  slow,
  errors,
})
const hours = [
  at('2026-03-04T23:00:00Z', 10, 1, 0),
  at('2026-03-05T00:00:00Z', 30, 3, 2),
  at('2026-03-05T13:00:00Z', 10, 5, 2),
]

it('weighs the hours of a day by their requests, and leaves days without any open', () => {
  expect(serviceSeries(hours, now, 24, 3)).toEqual([
    { from: new Date('2026-03-03T00:00:00Z'), slow: null, errors: null },
    { from: new Date('2026-03-04T00:00:00Z'), slow: 0.1, errors: 0 },
    { from: new Date('2026-03-05T00:00:00Z'), slow: 0.2, errors: 0.1 },
  ])
})

it('ends with the hour that is running', () => {
  const points = serviceSeries(hours, now, 1, 14)
  expect(points.at(-1)).toEqual({ from: new Date('2026-03-05T13:00:00Z'), slow: 0.5, errors: 0.2 })
  expect(points.filter(({ slow }) => slow !== null)).toHaveLength(2)
})
