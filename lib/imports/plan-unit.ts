import { fraction } from '@/lib/fraction/fraction'
import { ownedSince, ownsOn, type Period, planTransfer } from '@/lib/ownerships/rules'
import type { LocalDate } from '@/lib/time/local-date'
import type { RowMessage } from './schema'

/** One owner that a file names for a unit. `homeownerId` may stand for somebody who is not kept yet. */
export type NamedOwner = {
  rowNumber: number
  homeownerId: string
  name: string
  ownerSince: LocalDate | null
}

export type UnitPlan = {
  /** Of each row: whether it makes somebody an owner, finds them as such, or cannot be followed. */
  rows: Map<number, { kind: 'becomes' | 'is' | 'refused'; messages: RowMessage[] }>
  started: Period[]
  ended: { id: string; endsOn: LocalDate }[]
}

/**
 * Works out what a roster says of one unit. Owners on record who are named stay as they are. Somebody new becomes an
 * owner from the day given: of a unit without owners at once, otherwise in a transfer from those on record who are
 * not named, sharing equally with those who are. Anything that would rewrite recorded periods is refused.
 * @param history the unit's whole history
 * @param nameOf names a homeowner on record, for messages
 */
export function planUnit(
  owners: readonly NamedOwner[],
  history: readonly Period[],
  today: LocalDate,
  nameOf: (homeownerId: string) => string,
): UnitPlan {
  const current = history.filter(period => ownsOn(period, today))
  const isOwner = (id: string) => current.some(({ homeownerId }) => homeownerId === id)
  const plan: UnitPlan = { rows: new Map(), started: [], ended: [] }
  for (const owner of owners.filter(({ homeownerId }) => isOwner(homeownerId)))
    plan.rows.set(owner.rowNumber, { kind: 'is', messages: compareDate(owner, history, today) })
  const coming = owners.filter(({ homeownerId }) => !isOwner(homeownerId))
  if (coming.length === 0) return plan
  const staying = current.filter(({ homeownerId }) => owners.some(owner => owner.homeownerId === homeownerId))
  const dated = dateOwners(coming, current, nameOf, today)
  const outcome = typeof dated === 'string' ? dated : transferInSteps(history, staying, dated, nameOf)
  if (typeof outcome === 'string') {
    for (const { rowNumber } of coming)
      plan.rows.set(rowNumber, { kind: 'refused', messages: [{ field: 'ownerSince', message: outcome }] })
    return plan
  }
  for (const { rowNumber, note } of dated as DatedOwner[])
    plan.rows.set(rowNumber, {
      kind: 'becomes',
      messages: note ? [{ field: 'ownerSince', message: note }] : [],
    })
  describeLeaving(plan, coming, current, staying, nameOf)
  return { ...plan, ...differences(history, outcome) }
}

type DatedOwner = NamedOwner & { startsOn: LocalDate; note: string | null }

/** Gives every newcomer a first day, or says in a sentence why there is none. */
function dateOwners(
  coming: readonly NamedOwner[],
  current: readonly Period[],
  nameOf: (id: string) => string,
  today: LocalDate,
): DatedOwner[] | string {
  const given = coming
    .map(({ ownerSince }) => ownerSince)
    .filter(day => day !== null)
    .sort()
  const undated = coming.find(({ ownerSince }) => ownerSince === null)
  if (undated && current.length > 0) {
    const names = current.map(({ homeownerId }) => nameOf(homeownerId)).join(' and ')
    return `The unit belongs to ${names}. Say since when ${undated.name} has owned it.`
  }
  const fallback = given[0] ?? today
  return coming.map(owner => ({
    ...owner,
    startsOn: owner.ownerSince ?? fallback,
    note: owner.ownerSince ? null : `The file does not say since when; ${fallback} was taken.`,
  }))
}

/** Carries out one transfer for each day on which somebody comes; gives the history afterwards or a sentence. */
function transferInSteps(
  history: readonly Period[],
  staying: readonly Period[],
  coming: readonly DatedOwner[],
  nameOf: (id: string) => string,
): Period[] | string {
  let result = [...history]
  for (const day of [...new Set(coming.map(({ startsOn }) => startsOn))].sort()) {
    const ids = new Set([
      ...staying.map(({ homeownerId }) => homeownerId),
      ...coming.filter(({ startsOn }) => startsOn <= day).map(({ homeownerId }) => homeownerId),
    ])
    const owners = [...ids].map(homeownerId => ({ homeownerId, share: fraction(1, ids.size) }))
    const planned = planTransfer(result, day, owners)
    if (!planned.ok || planned.plan.until !== null) {
      const later = history.find(({ startsOn, endsOn }) => startsOn >= day || (endsOn ?? '') > day)
      if (!later) return `The owners on record do not allow a change on ${day}.`
      const period = later.endsOn ? `from ${later.startsOn} to ${later.endsOn}` : `since ${later.startsOn}`
      return `${nameOf(later.homeownerId)} is on record as an owner ${period}, so that nobody can have come on ${day}.`
    }
    result = planned.plan.history
  }
  return result
}

function compareDate(owner: NamedOwner, history: readonly Period[], today: LocalDate): RowMessage[] {
  const own = history.filter(({ homeownerId }) => homeownerId === owner.homeownerId)
  const since = ownedSince(own, today)
  if (owner.ownerSince === null || since === null || owner.ownerSince === since) return []
  const message = `On record as an owner since ${since}; the file says ${owner.ownerSince}. The record was kept.`
  return [{ field: 'ownerSince', message }]
}

function describeLeaving(
  plan: UnitPlan,
  coming: readonly NamedOwner[],
  current: readonly Period[],
  staying: readonly Period[],
  nameOf: (id: string) => string,
): void {
  if (current.length === 0) return
  const leaving = current
    .filter(period => !staying.includes(period))
    .map(({ homeownerId }) => nameOf(homeownerId))
  const message =
    leaving.length > 0 ? `Takes over from ${leaving.join(' and ')}.` : 'Becomes a co-owner in equal shares.'
  for (const { rowNumber } of coming) plan.rows.get(rowNumber)?.messages.unshift({ field: 'name', message })
}

function differences(
  before: readonly Period[],
  after: readonly Period[],
): Pick<UnitPlan, 'started' | 'ended'> {
  const kept = new Map(before.map(period => [period.id, period]))
  return {
    started: after.filter(({ id, startsOn, endsOn }) => id === null && startsOn !== endsOn),
    ended: after.flatMap(({ id, endsOn }) =>
      id !== null && endsOn !== null && kept.get(id)?.endsOn !== endsOn ? [{ id, endsOn }] : [],
    ),
  }
}
