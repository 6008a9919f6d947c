import { describe, expect, it } from 'vitest'
import { stepsFor } from './rules'

const nothing = { associations: 0, units: 0, homeowners: 0, onPortal: 0, team: 1, hasLogo: false }
const everything = { associations: 3, units: 90, homeowners: 80, onPortal: 2, team: 2, hasLogo: true }
const doneOf = (counts: typeof nothing) =>
  stepsFor(counts, () => true)
    .filter(step => step.done)
    .map(step => step.id)

describe('stepsFor', () => {
  it('asks a new company for everything', () => {
    expect(stepsFor(nothing, () => true).map(step => [step.id, step.done])).toEqual([
      ['branding', false],
      ['associations', false],
      ['roster', false],
      ['invite', false],
      ['team', false],
    ])
  })

  it.each([
    ['branding', { hasLogo: true }],
    ['associations', { associations: 1 }],
    ['roster', { homeowners: 1 }],
    ['invite', { onPortal: 1 }],
    ['team', { team: 2 }],
  ])('ticks %s off by the facts alone', (id, fact) => {
    expect(doneOf({ ...nothing, ...fact })).toEqual([id])
  })

  it('shows nothing once all is done', () => {
    expect(stepsFor(everything, () => true)).toEqual([])
  })

  it('shows a person only what they may do', () => {
    const ids = stepsFor(nothing, permission => permission === 'homeowner:invite').map(step => step.id)
    expect(ids).toEqual(['invite'])
    expect(stepsFor(nothing, () => false)).toEqual([])
  })
})
