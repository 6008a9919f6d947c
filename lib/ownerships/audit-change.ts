import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { formatFraction } from '@/lib/fraction/fraction'
import type { UnitHistory } from './read-history'
import type { Period } from './rules'

type Names = ReadonlyMap<string, string>

export type OwnershipAction = 'ownership:transferred' | 'ownership:ended' | 'ownership:corrected'

/** A unit's history, what it is to be, and the names of all who own in either. */
export type OwnershipChange = { history: UnitHistory; after: readonly Period[]; names: Names }

const told = (periods: readonly Period[], names: Names) =>
  periods.map(period => ({
    owner: names.get(period.homeownerId) ?? '',
    share: formatFraction(period.share),
    from: period.startsOn,
    until: period.endsOn,
  }))

const keyOf = (period: Period) =>
  `${period.homeownerId} ${period.startsOn} ${period.endsOn} ${formatFraction(period.share)}`

/** The periods that a change takes away, and those that it puts in their place. */
export function differences(history: UnitHistory, after: readonly Period[]) {
  const unchanged = new Set(history.periods.map(keyOf)).intersection(new Set(after.map(keyOf)))
  const differs = (period: Period) => !unchanged.has(keyOf(period))
  return { was: history.periods.filter(differs), is: after.filter(differs) }
}

/** Records a change of a unit's ownership, on the unit and on everybody whose periods it touched. */
export async function auditChange(
  tx: TenantTx,
  actor: Actor,
  action: OwnershipAction,
  change: OwnershipChange,
): Promise<void> {
  const { history, after, names } = change
  const unitLabel = `${history.association.name} · ${history.unit.label}`
  const associationId = history.association.id
  const { was, is } = differences(history, after)
  await recordAudit(tx, actor, {
    action,
    subjectType: 'unit',
    subjectId: history.unit.id,
    subjectLabel: unitLabel,
    associationId,
    before: told(was, names),
    after: told(is, names),
  })
  for (const homeownerId of new Set([...was, ...is].map(period => period.homeownerId))) {
    const own = (periods: readonly Period[]) =>
      told(
        periods.filter(period => period.homeownerId === homeownerId),
        names,
      ).map(({ owner: _, ...rest }) => ({ unit: unitLabel, ...rest }))
    await recordAudit(tx, actor, {
      action,
      subjectType: 'homeowner',
      subjectId: homeownerId,
      subjectLabel: names.get(homeownerId),
      associationId,
      before: own(was),
      after: own(is),
    })
  }
}
