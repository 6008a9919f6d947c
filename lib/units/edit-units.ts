import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { fraction } from '@/lib/fraction/fraction'
import { auditUnits } from './audit-units'
import type { EditUnits } from './schema'
import { fractionColumns, fractionFacts } from './unit-columns'

/**
 * Makes one change of votes or shares to many units.
 * @returns how many; refusal 'not_found' when one is not there, cannot be seen or is archived: then none is changed
 */
export async function editUnits(
  tx: TenantTx,
  actor: Actor,
  { ids, voteWeight, assessmentShare, equal }: EditUnits,
): Promise<Result<{ changed: number }>> {
  const wanted = [...new Set(ids)]
  const change = {
    voteWeight: voteWeight ?? undefined,
    assessmentShare: equal ? null : (assessmentShare ?? undefined),
  }
  const where = { id: { in: wanted }, status: 'active' }
  const before = await tx.unit.findMany({
    where,
    omit: { tenantId: true, labelSort: true, associationSort: true, searchText: true },
  })
  const { count } = await tx.unit.updateMany({ where, data: fractionColumns(change) })
  if (before.length < wanted.length || count < wanted.length) return refuse('not_found')
  const was = new Map(before.map(unit => [unit.id, unit]))
  await auditUnits(tx, actor, before, ({ id }) => {
    const unit = was.get(id)
    const { assessmentShareNumerator: n = null, assessmentShareDenominator: d = null } = unit ?? {}
    const facts = fractionFacts({
      voteWeight: change.voteWeight && fraction(unit?.voteWeightNumerator ?? 1n, unit?.voteWeightDenominator),
      assessmentShare:
        change.assessmentShare === undefined ? undefined : n === null || d === null ? null : fraction(n, d),
    })
    return { action: 'unit:edited', before: facts, after: fractionFacts(change) }
  })
  return ok({ changed: count })
}
