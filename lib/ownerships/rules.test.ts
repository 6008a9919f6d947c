import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction, sumOf, whole } from '@/lib/fraction/fraction'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import {
  checkHistory,
  type NewOwner,
  ownedSince,
  ownsOn,
  type Period,
  planTransfer,
  splitRest,
} from './rules'

const day = (offset: number) => addDays('2020-01-01' as LocalDate, offset)
const period = (
  homeownerId: string,
  from: number,
  until: number | null,
  share = whole,
  id: string | null = `${homeownerId}-${from}`,
): Period => ({ id, homeownerId, startsOn: day(from), endsOn: until === null ? null : day(until), share })
const half = fraction(1, 2)

/** Owners whose shares sum to one, drawn as weights; or nobody. */
const ownerLists = fc
  .uniqueArray(fc.constantFrom('ana', 'ben', 'cleo', 'dov'), { maxLength: 4 })
  .chain(people =>
    fc
      .array(fc.integer({ min: 1, max: 7 }), { minLength: people.length, maxLength: people.length })
      .map((weights): NewOwner[] => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        return people.map((homeownerId, index) => ({
          homeownerId,
          share: fraction(weights[index] ?? 1, total),
        }))
      }),
  )
const transfers = fc.array(fc.record({ on: fc.integer({ min: 0, max: 40 }), owners: ownerLists }), {
  maxLength: 12,
})

function replay(steps: { on: number; owners: NewOwner[] }[]) {
  let history: Period[] = []
  let accepted = 0
  for (const { on, owners } of steps) {
    const answer = planTransfer(history, day(on), owners)
    if (!answer.ok) continue
    accepted += 1
    history = answer.plan.history.map((one, index) => ({ ...one, id: `${index}` }))
  }
  return { history, accepted }
}

describe('planTransfer, whatever the sequence', () => {
  it('keeps the shares whole on every day and nobody twice at a time', () => {
    fc.assert(
      fc.property(transfers, steps => {
        const { history } = replay(steps)
        expect(checkHistory(history)).toBeNull()
        for (let offset = -1; offset <= 45; offset += 1) {
          const owners = history.filter(one => ownsOn(one, day(offset)))
          if (owners.length > 0) expect(sumOf(owners.map(owner => owner.share))).toEqual(whole)
          expect(new Set(owners.map(owner => owner.homeownerId)).size).toBe(owners.length)
        }
        for (const one of history) if (one.endsOn) expect(one.startsOn < one.endsOn).toBe(true)
      }),
    )
  })

  it('changes the owners from the day on until the next change on record, and no other day', () => {
    fc.assert(
      fc.property(transfers, fc.integer({ min: 0, max: 40 }), ownerLists, (steps, on, owners) => {
        const { history } = replay(steps)
        const answer = planTransfer(history, day(on), owners)
        fc.pre(answer.ok)
        if (!answer.ok) return
        const shares = (periods: readonly Period[], offset: number) =>
          periods
            .filter(one => ownsOn(one, day(offset)))
            .map(one => `${one.homeownerId} ${one.share.numerator}/${one.share.denominator}`)
            .sort()
        for (let offset = -1; offset <= 45; offset += 1) {
          const { until } = answer.plan
          const within = offset >= on && (until === null || day(offset) < until)
          const expected = within
            ? owners.map(o => `${o.homeownerId} ${o.share.numerator}/${o.share.denominator}`).sort()
            : shares(history, offset)
          expect(shares(answer.plan.history, offset)).toEqual(expected)
        }
      }),
    )
  })

  it('accepts most first transfers, so that the properties above have something to hold', () => {
    const [sample] = fc.sample(
      ownerLists.filter(owners => owners.length > 1),
      1,
    )
    expect(replay([{ on: 3, owners: sample ?? [] }]).accepted).toBe(1)
  })
})

describe('planTransfer', () => {
  it('ends the owners of the day and starts the new ones', () => {
    const answer = planTransfer([period('ana', 0, null)], day(10), [
      { homeownerId: 'ben', share: half },
      { homeownerId: 'cleo', share: half },
    ])
    expect(answer.ok && answer.plan.history).toEqual([
      period('ana', 0, 10),
      period('ben', 10, null, half, null),
      period('cleo', 10, null, half, null),
    ])
  })

  it('leaves a co-owner with the same share alone', () => {
    const before = [period('ana', 0, null, half), period('ben', 0, null, half)]
    const answer = planTransfer(before, day(5), [
      { homeownerId: 'ana', share: half },
      { homeownerId: 'cleo', share: half },
    ])
    expect(answer.ok && answer.plan.ended.map(one => one.homeownerId)).toEqual(['ben'])
    expect(answer.ok && answer.plan.history[0]).toEqual(before[0])
  })

  it('puts a back-dated owner between two periods', () => {
    const before = [period('ana', 0, 20), period('ben', 20, null)]
    const answer = planTransfer(before, day(10), [{ homeownerId: 'cleo', share: whole }])
    expect(answer.ok && answer.plan.until).toBe(day(20))
    expect(answer.ok && answer.plan.started).toEqual([period('cleo', 10, 20, whole, null)])
  })

  it('refuses to guess when a co-owner of the day stays beyond the next change', () => {
    const before = [period('ana', 0, null, half), period('ben', 0, 20, half), period('cleo', 20, null, half)]
    const answer = planTransfer(before, day(10), [{ homeownerId: 'dov', share: whole }])
    expect(answer).toEqual({
      ok: false,
      problem: { kind: 'stays_beyond', day: day(20), homeownerId: 'ana' },
    })
  })

  it('names the sum when the shares do not make one', () => {
    const answer = planTransfer([], day(0), [
      { homeownerId: 'ana', share: half },
      { homeownerId: 'ben', share: fraction(1, 3) },
    ])
    expect(answer).toEqual({
      ok: false,
      problem: { kind: 'not_whole', day: day(0), sum: fraction(5, 6) },
    })
  })

  it('refuses one person twice, the same owners again, and a period that would have no length', () => {
    const kinds = (answer: ReturnType<typeof planTransfer>) => (answer.ok ? 'ok' : answer.problem.kind)
    const ana = { homeownerId: 'ana', share: half }
    expect(kinds(planTransfer([], day(0), [ana, ana]))).toBe('twice_at_once')
    const now = [period('ana', 0, null)]
    expect(kinds(planTransfer(now, day(5), [{ homeownerId: 'ana', share: whole }]))).toBe('same_owners')
    expect(kinds(planTransfer(now, day(0), [{ homeownerId: 'ben', share: whole }]))).toBe('starts_that_day')
    expect(kinds(planTransfer([], day(0), []))).toBe('same_owners')
  })

  it('ends ownership without a successor', () => {
    const answer = planTransfer([period('ana', 0, null)], day(9), [])
    expect(answer.ok && answer.plan.history).toEqual([period('ana', 0, 9)])
  })
})

describe('checkHistory', () => {
  it('finds what is wrong on the day it begins', () => {
    expect(checkHistory([period('ana', 0, 10, half), period('ben', 0, null, half)])).toEqual({
      kind: 'not_whole',
      day: day(10),
      sum: half,
    })
    expect(checkHistory([period('ana', 5, 5)])?.kind).toBe('empty_period')
    expect(checkHistory([period('ana', 0, 9, half), period('ana', 3, 9, half)])?.kind).toBe('not_whole')
    expect(checkHistory([period('ana', 0, null, half), period('ana', 0, null, half)])?.kind).toBe(
      'twice_at_once',
    )
    expect(checkHistory([period('ana', 0, 9), period('ben', 12, null)])).toBeNull()
  })
})

describe('ownedSince', () => {
  it('looks through a change of share but not through a gap', () => {
    const periods = [period('ana', 10, null), period('ana', 5, 10, half), period('ana', 0, 4)]
    expect(ownedSince(periods, day(12))).toBe(day(5))
    expect(ownedSince(periods, day(4))).toBeNull()
  })
})

describe('splitRest', () => {
  it('gives the others equal parts that make one with what is given', () => {
    expect(splitRest([half], 1)).toEqual(half)
    expect(splitRest([fraction(1, 4)], 2)).toEqual(fraction(3, 8))
    expect(splitRest([], 3)).toEqual(fraction(1, 3))
    expect(splitRest([half, half], 1)).toBeNull()
    expect(splitRest([half], 0)).toBeNull()
  })
})
