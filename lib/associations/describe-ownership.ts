import type { z } from 'zod'
import { spellDate } from '@/lib/time/spell-date'
import { beginning, correctedFacts, spellShare, unitPeriods } from './recorded-periods'

type Period = z.output<typeof unitPeriods>[number]

const holder = ({ owner }: Period) => owner
const ownersOf = (side: Period[]) => [...new Set(side.map(holder))]
const withShare = ({ owner, share }: Period) => (share === '1' ? owner : `${owner} (${spellShare(share)})`)

function transferred(unit: string, was: Period[], is: Period[]): string {
  const started = beginning(was, is, holder)
  const from = was.length > 0 ? ` from ${ownersOf(was).join(', ')}` : ''
  const to = started.length > 0 ? ` to ${started.map(withShare).join(', ')}` : ''
  const day = started[0]?.from ?? is.find(period => period.until)?.until
  return `${unit} transferred${from}${to}${day ? ` on ${spellDate(day)}` : ''}`
}

function ended(unit: string, was: Period[], is: Period[]): string {
  const day = is.find(period => period.until)?.until
  return `Ownership of ${unit} ended${day ? ` on ${spellDate(day)}` : ''}: ${ownersOf(was).join(', ')}`
}

function corrected(unit: string, was: Period[], is: Period[]): string {
  const [had, have] = [ownersOf(was), ownersOf(is)]
  const gone = had.filter(owner => !have.includes(owner)).join(', ')
  const come = have.filter(owner => !had.includes(owner)).join(', ')
  if (!gone && !come) {
    const { what, now } = correctedFacts(was, is, holder)
    return `${what} of ${have.map(owner => `${owner}’s`).join(' and ')} ownership of ${unit} corrected${now}`
  }
  const act = gone && come ? `${come} in place of ${gone}` : come ? `${come} added` : `${gone} taken out`
  return `Ownership of ${unit} corrected: ${act}`
}

const tellings: Record<string, typeof transferred> = {
  'ownership:transferred': transferred,
  'ownership:ended': ended,
  'ownership:corrected': corrected,
}

/**
 * Says of a change of a unit's ownership who gave way to whom on which day, or what was corrected.
 * @param unit what the unit is called, such as `Unit 7`
 * @returns null when it is no such change, or its facts are not on record
 */
export function describeOwnership(
  unit: string,
  { action, before, after }: { action: string; before: unknown; after: unknown },
): string | null {
  const [was, is] = [unitPeriods.safeParse(before ?? []).data, unitPeriods.safeParse(after ?? []).data]
  const tell = tellings[action]
  return tell && was && is && was.length + is.length > 0 ? tell(unit, was, is) : null
}
