import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { unchangedSince } from '@/lib/db/seen'
import { readUnit } from './read-unit'
import { refuseTakenLabel } from './refuse-taken-label'
import type { EditUnit } from './schema'
import { fractionColumns, fractionFacts } from './unit-columns'

type Written = Record<string, string | null | undefined>

/**
 * Changes a unit's facts, unless somebody else changed them since the form was drawn.
 * @returns refusal 'not_found', 'archived', 'conflict', or 'taken' when the association has a unit of that label
 */
export async function editUnit(
  tx: TenantTx,
  actor: Actor,
  { unitId, seen, voteWeight, assessmentShare, ...facts }: EditUnit,
): Promise<Result<{ unitId: string }>> {
  const unit = await readUnit(tx, unitId)
  if (!unit) return refuse('not_found')
  if (unit.status === 'archived') return refuse('archived')
  const renamed = facts.label !== unit.label
  const taken = renamed && (await refuseTakenLabel(tx, { ...unit, label: facts.label }))
  if (taken) return taken
  const { count } = await tx.unit.updateMany({
    where: { id: unitId, updatedAt: unchangedSince(seen), status: 'active' },
    data: { ...facts, ...fractionColumns({ voteWeight, assessmentShare }) },
  })
  if (count === 0) return refuse('conflict')
  const { label, street, city, region, postalCode } = unit
  const before: Written = { label, street, city, region, postalCode, ...fractionFacts(unit) }
  const after: Written = { ...facts, ...fractionFacts({ voteWeight, assessmentShare }) }
  const changed = Object.keys(after).filter(name => before[name] !== after[name])
  const those = (side: Written) => Object.fromEntries(changed.map(name => [name, side[name]]))
  if (changed.length > 0)
    await recordAudit(tx, actor, {
      action: 'unit:edited',
      subjectType: 'unit',
      subjectId: unitId,
      subjectLabel: `${unit.association.name} · ${facts.label}`,
      associationId: unit.associationId,
      before: those(before),
      after: those(after),
    })
  return ok({ unitId })
}
