import { describe, expect, it } from 'vitest'
import { type OnboardingFacts, stepsFrom } from './rules'

const nothing: OnboardingFacts = {
  profileTouched: false,
  credentials: 0,
  settingsSaved: false,
  admins: 0,
  associations: 0,
  importsCommitted: 0,
  team: 1,
}
const doneOf = (facts: OnboardingFacts) =>
  stepsFrom(facts)
    .filter(step => step.done)
    .map(step => step.id)

describe('stepsFrom', () => {
  it('asks a company with nothing for everything', () => {
    expect(stepsFrom(nothing)).toHaveLength(6)
    expect(doneOf(nothing)).toEqual([])
  })

  it.each<[string, Partial<OnboardingFacts>]>([
    ['profile', { profileTouched: true }],
    ['credentials', { credentials: 1 }],
    ['settings', { settingsSaved: true }],
    ['admin', { admins: 1 }],
    ['import', { associations: 1 }],
    ['import', { importsCommitted: 1 }],
    ['team', { team: 2 }],
  ])('ticks %s off by the facts alone', (id, fact) => {
    expect(doneOf({ ...nothing, ...fact })).toEqual([id])
  })
})
