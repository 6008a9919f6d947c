import type { TenantTx } from '@/lib/db/in-tenant'
import { toDbDate } from '@/lib/time/local-date'
import type { Period } from './rules'

const columns = (period: Period) => ({
  homeownerId: period.homeownerId,
  startsOn: toDbDate(period.startsOn),
  endsOn: period.endsOn && toDbDate(period.endsOn),
  shareNumerator: period.share.numerator,
  shareDenominator: period.share.denominator,
})

const isSame = (a: Period, b: Period) =>
  a.homeownerId === b.homeownerId &&
  a.startsOn === b.startsOn &&
  a.endsOn === b.endsOn &&
  a.share.numerator === b.share.numerator &&
  a.share.denominator === b.share.denominator

/**
 * Writes what differs between a unit's history on record and as it is to be: periods without an id are added, those
 * left out removed.
 */
export async function writeHistory(
  tx: TenantTx,
  unitId: string,
  before: readonly Period[],
  after: readonly Period[],
): Promise<void> {
  const gone = before.filter(period => !after.some(other => other.id === period.id))
  if (gone.length > 0)
    await tx.ownership.deleteMany({ where: { unitId, id: { in: gone.flatMap(period => period.id ?? []) } } })
  for (const period of after) {
    const known = before.find(other => other.id !== null && other.id === period.id)
    if (!known?.id || isSame(known, period)) continue
    await tx.ownership.updateMany({ where: { unitId, id: known.id }, data: columns(period) })
  }
  const added = after.filter(period => period.id === null)
  if (added.length > 0)
    await tx.ownership.createMany({ data: added.map(period => ({ unitId, ...columns(period) })) })
}
