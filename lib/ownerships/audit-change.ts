import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { formatFraction } from '@/lib/fraction/fraction'
import type { UnitHistory } from './read-history'
import type { Period } from './rules'

type Names = ReadonlyMap<string, string>

const told = (periods: readonly Period[], names: Names) =>
  periods.map(period => ({
    owner: names.get(period.homeownerId) ?? '',
    share: formatFraction(period.share),
    from: period.startsOn,
    until: period.endsOn,
  }))

const keyOf = (period: Period) =>
  `${period.homeownerId} ${period.startsOn} ${period.endsOn} ${formatFraction(period.share)}`

/** Records a change of a unit's ownership, on the unit and on everybody whose periods it touched. */
export async function auditChange(
  tx: TenantTx,
  actor: Actor,
  action: 'ownership:transferred' | 'ownership:ended' | 'ownership:corrected',
  change: { history: UnitHistory; after: readonly Period[]; names: Names },
): Promise<void> {
  const { history, after, names } = change
  const unitLabel = `${history.association.name} · ${history.unit.label}`
  const associationId = history.association.id
  const unchanged = new Set(history.periods.map(keyOf)).intersection(new Set(after.map(keyOf)))
  const differs = (period: Period) => !unchanged.has(keyOf(period))
  const [was, is] = [history.periods.filter(differs), after.filter(differs)]
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
