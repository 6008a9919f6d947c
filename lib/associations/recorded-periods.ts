import { z } from 'zod'
import { formatShare, parseFraction } from '@/lib/fraction/fraction'
import { spellDate } from '@/lib/time/spell-date'

const period = { share: z.string(), from: z.iso.date(), until: z.iso.date().nullable() }

/** The periods of a unit's ownership as the audit log lists them under the unit. */
export const unitPeriods = z.array(z.object({ owner: z.string(), ...period }))
/** The same as it lists them under one homeowner. */
export const homeownerPeriods = z.array(z.object({ unit: z.string(), ...period }))

type Period = { share: string; from: string; until: string | null }

/** A share on record as people write it: `1/2` is `50%`. */
export function spellShare(share: string): string {
  const known = parseFraction(share)
  return known ? formatShare(known) : share
}

/** When a period began and ended: `since Jan 5, 2020`, `Jan 5, 2020 – Mar 15, 2024`. */
export function spellStretch({ from, until }: Period): string {
  return until ? `${spellDate(from)} – ${spellDate(until)}` : `since ${spellDate(from)}`
}

/** The periods that begin with a transfer; one that was merely ended keeps its holder and first day. */
export function beginning<P extends Period>(was: P[], is: P[], holder: (period: P) => string): P[] {
  return is.filter(period => !was.some(one => holder(one) === holder(period) && one.from === period.from))
}

/** What a correction changed that left the holders: which facts, and where it was one period, what they are now. */
export function correctedFacts<P extends Period>(was: P[], is: P[], holder: (period: P) => string) {
  const all = (side: P[], tell: (period: P) => string) =>
    JSON.stringify(side.map(one => [holder(one), tell(one)].join(' ')).sort())
  const dates = all(was, spellStretch) !== all(is, spellStretch)
  const shares = all(was, one => one.share) !== all(is, one => one.share)
  const what = dates && shares ? 'Dates and shares' : dates ? 'Dates' : 'Shares'
  const [before, after, ...others] = [...was, ...is]
  if (!before || !after || others.length > 0 || dates === shares) return { what, now: '' }
  const tell = dates ? spellStretch : (one: P) => spellShare(one.share)
  return { what, now: `: ${tell(after)} (was ${tell(before)})` }
}
