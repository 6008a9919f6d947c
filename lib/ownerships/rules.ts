import {
  compareFractions,
  type Fraction,
  fraction,
  none,
  parseFraction,
  sumOf,
  whole,
} from '@/lib/fraction/fraction'
import { type LocalDate, parseLocalDate } from '@/lib/time/local-date'

/** A stretch in which somebody owned a share: from `startsOn` on, no longer on `endsOn`. */
export type Period = {
  /** Null for a period that is not kept yet. */
  id: string | null
  homeownerId: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  share: Fraction
}

export type NewOwner = { homeownerId: string; share: Fraction }

export type HistoryProblem =
  | { kind: 'not_whole'; day: LocalDate; sum: Fraction }
  | { kind: 'empty_period'; period: Period }
  | { kind: 'twice_at_once'; homeownerId: string; day: LocalDate }

export type TransferProblem =
  | { kind: 'not_whole'; day: LocalDate; sum: Fraction }
  | { kind: 'twice_at_once'; homeownerId: string; day: LocalDate }
  | { kind: 'same_owners' }
  /** Somebody's period begins on the very day, so it would have no length left. */
  | { kind: 'starts_that_day'; day: LocalDate }
  /** The owners changed again later while one of those to be ended stayed on: which share went where is unknown. */
  | { kind: 'stays_beyond'; day: LocalDate; homeownerId: string }

export type TransferPlan = {
  /** The whole history afterwards. */
  history: Period[]
  ended: Period[]
  started: Period[]
  /** The day on which the new owners give way to those already on record; null: none. */
  until: LocalDate | null
}

const endless = '9999-12-31'
const endOf = (period: Period) => period.endsOn ?? endless

/** Says whether a period covers a day. */
export function ownsOn(period: Pick<Period, 'startsOn' | 'endsOn'>, day: LocalDate): boolean {
  return period.startsOn <= day && (period.endsOn === null || period.endsOn > day)
}

function repeated(ids: string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index)
}

/**
 * Checks a unit's whole history: every period has a length, on every day the shares sum to one (or nobody owns), and
 * nobody owns twice at a time.
 * @returns the earliest problem, or null
 */
export function checkHistory(history: readonly Period[]): HistoryProblem | null {
  const empty = history.find(period => endOf(period) <= period.startsOn)
  if (empty) return { kind: 'empty_period', period: empty }
  const days = new Set(history.flatMap(({ startsOn, endsOn }) => (endsOn ? [startsOn, endsOn] : [startsOn])))
  for (const day of [...days].sort()) {
    const owners = history.filter(period => ownsOn(period, day))
    const twice = repeated(owners.map(owner => owner.homeownerId))
    if (twice) return { kind: 'twice_at_once', homeownerId: twice, day }
    const sum = sumOf(owners.map(owner => owner.share))
    if (owners.length > 0 && compareFractions(sum, whole) !== 0) return { kind: 'not_whole', day, sum }
  }
  return null
}

/** The first day after `on` on which the record says that the owners change. */
function nextChange(history: readonly Period[], on: LocalDate): LocalDate | null {
  const days = history.flatMap(({ startsOn, endsOn }) => (endsOn ? [startsOn, endsOn] : [startsOn]))
  return days.filter(day => day > on).sort()[0] ?? null
}

function wrongOwners(owners: readonly NewOwner[], on: LocalDate): TransferProblem | null {
  const twice = repeated(owners.map(owner => owner.homeownerId))
  if (twice) return { kind: 'twice_at_once', homeownerId: twice, day: on }
  const sum = sumOf(owners.map(owner => owner.share))
  if (owners.length > 0 && compareFractions(sum, whole) !== 0) return { kind: 'not_whole', day: on, sum }
  return null
}

/**
 * Works out a transfer: the owners of the day end, the new ones start, and stay until the next change already on
 * record. A co-owner who keeps the same share keeps the period. No new owners: the unit is without a known owner.
 * @param history a whole history (`checkHistory` finds nothing)
 * @param on the first day of the new owners; past, present or future
 */
export function planTransfer(
  history: readonly Period[],
  on: LocalDate,
  owners: readonly NewOwner[],
): { ok: true; plan: TransferPlan } | { ok: false; problem: TransferProblem } {
  const problem = wrongOwners(owners, on)
  if (problem) return { ok: false, problem }
  const until = nextChange(history, on)
  const stays = (period: Period, owner: NewOwner) =>
    period.homeownerId === owner.homeownerId && compareFractions(period.share, owner.share) === 0
  const current = history.filter(period => ownsOn(period, on))
  const leaving = current.filter(period => !owners.some(owner => stays(period, owner)))
  const coming = owners.filter(owner => !current.some(period => stays(period, owner)))
  if (leaving.length + coming.length === 0) return { ok: false, problem: { kind: 'same_owners' } }
  if (leaving.some(period => period.startsOn === on))
    return { ok: false, problem: { kind: 'starts_that_day', day: on } }
  const beyond = leaving.find(period => endOf(period) > (until ?? endless))
  if (beyond && until)
    return { ok: false, problem: { kind: 'stays_beyond', day: until, homeownerId: beyond.homeownerId } }
  const ended = leaving.map(period => ({ ...period, endsOn: on }))
  const started = coming.map(owner => ({ id: null, ...owner, startsOn: on, endsOn: until }))
  const kept = history.filter(period => !leaving.includes(period))
  return { ok: true, plan: { history: [...kept, ...ended, ...started], ended, started, until } }
}

/**
 * The day since which somebody has owned without a break, whatever the share.
 * @param periods one homeowner's periods of one unit
 * @param day a day on which they own
 */
export function ownedSince(
  periods: readonly Pick<Period, 'startsOn' | 'endsOn'>[],
  day: LocalDate,
): LocalDate | null {
  let since = periods.find(period => ownsOn(period, day))?.startsOn ?? null
  for (const { startsOn, endsOn } of periods.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1)))
    if (since && endsOn === since) since = startsOn
  return since
}

const earliest = '1800-01-01'
const latest = '2200-01-01'

/** Reads a day in the range in which ownerships are kept; null when it is none. */
export function readDay(text: string): LocalDate | null {
  const day = parseLocalDate(text)
  return day !== null && day >= earliest && day < latest ? day : null
}

/** Reads a share of a unit: more than nothing, at most the whole. */
export function readShare(text: string): Fraction | null {
  const share = parseFraction(text)
  if (!share || share.numerator === none.numerator || share.numerator > share.denominator) return null
  return share
}

/**
 * Splits what the given shares leave of the whole into equal parts.
 * @returns null when they leave nothing
 */
export function splitRest(given: readonly Fraction[], parts: number): Fraction | null {
  const { numerator, denominator } = sumOf(given)
  if (parts < 1 || numerator >= denominator) return null
  return fraction(denominator - numerator, denominator * BigInt(parts))
}
