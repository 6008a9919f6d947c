import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, isUrgent, type QuietHours, quietUntil } from './quiet-hours'
import { templateNames } from './templates'

const night = { fromMinute: 21 * 60, untilMinute: 8 * 60 }
const newYork = { zone: 'America/New_York', ...night }
const until = (hours: QuietHours, at: string) => quietUntil(hours, new Date(at))?.toISOString() ?? null

describe('quietUntil', () => {
  it.each([
    ['the evening', '2026-06-01T01:30:00Z', '2026-06-01T12:00:00.000Z'],
    ['after midnight', '2026-06-01T06:00:00Z', '2026-06-01T12:00:00.000Z'],
    ['the first minute', '2026-06-01T01:00:00Z', '2026-06-01T12:00:00.000Z'],
    ['the last moment', '2026-06-01T11:59:59.999Z', '2026-06-01T12:00:00.000Z'],
    ['the end itself', '2026-06-01T12:00:00Z', null],
    ['the day', '2026-06-01T20:00:00Z', null],
  ])('knows %s', (_, at, end) => {
    expect(until(newYork, at)).toBe(end)
  })

  it('ends by the clock on the wall in the nights in which it is changed', () => {
    // 8 March 2026: 02:00 becomes 03:00. 1 November 2026: 02:00 becomes 01:00.
    expect(until(newYork, '2026-03-08T03:00:00Z')).toBe('2026-03-08T12:00:00.000Z')
    expect(until(newYork, '2026-11-01T03:00:00Z')).toBe('2026-11-01T13:00:00.000Z')
  })

  it('ends when the clock jumps over its end', () => {
    const hours = { zone: 'America/New_York', fromMinute: 60, untilMinute: 150 }
    expect(until(hours, '2026-03-08T06:30:00Z')).toBe('2026-03-08T07:00:00.000Z')
  })

  it('holds anew when the clock goes back into it', () => {
    const hours = { zone: 'America/New_York', fromMinute: 0, untilMinute: 90 }
    expect(until(hours, '2026-11-01T05:10:00Z')).toBe('2026-11-01T05:30:00.000Z')
    expect(until(hours, '2026-11-01T06:10:00Z')).toBe('2026-11-01T06:30:00.000Z')
  })

  it('names the first minute that is not quiet, in any zone, on any night', () => {
    const zones = ['America/New_York', 'Europe/Lisbon', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
    const minute = fc.integer({ min: 0, max: 1439 })
    const instants = fc.oneof(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.date({ min: new Date('2026-03-07'), max: new Date('2026-03-09'), noInvalidDate: true }),
      fc.date({ min: new Date('2026-10-24'), max: new Date('2026-11-02'), noInvalidDate: true }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, minute, instants, (zone, from, to, now) => {
        fc.pre(from !== to)
        const hours = { zone, fromMinute: from, untilMinute: to }
        const end = quietUntil(hours, now)
        if (!isQuiet(hours, now)) {
          expect(end).toBeNull()
          return
        }
        let at = Math.floor(now.getTime() / 60_000)
        while (isQuiet(hours, new Date(at * 60_000))) at += 1
        expect(end?.getTime()).toBe(at * 60_000)
      }),
      { numRuns: 60 },
    )
  })
})

it('never keeps back a one-time link', () => {
  expect(templateNames.filter(isUrgent)).toEqual(
    expect.arrayContaining(['invitation', 'sign-in-link', 'password-reset']),
  )
  expect(isUrgent('welcome')).toBe(false)
})
