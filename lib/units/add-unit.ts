import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { openAssociation } from './open-association'
import { refuseTakenLabel } from './refuse-taken-label'
import type { AddUnit } from './schema'
import { fractionColumns, fractionFacts } from './unit-columns'

/**
 * Adds a unit to an association.
 * @returns refusal 'not_found', 'archived', or 'taken' when the association has a unit of that label
 */
export async function addUnit(
  tx: TenantTx,
  actor: Actor,
  { associationId, voteWeight, assessmentShare, ...facts }: AddUnit,
): Promise<Result<{ unitId: string }>> {
  const association = await openAssociation(tx, associationId)
  if (!association.ok) return association
  const taken = await refuseTakenLabel(tx, { associationId, label: facts.label })
  if (taken) return taken
  const fractions = { voteWeight, assessmentShare }
  const { id } = await tx.unit.create({
    data: { ...facts, ...fractionColumns(fractions), associationId, labelSort: '' },
    select: { id: true },
  })
  await recordAudit(tx, actor, {
    action: 'unit:added',
    subjectType: 'unit',
    subjectId: id,
    subjectLabel: `${association.value.name} · ${facts.label}`,
    associationId,
    after: { ...facts, ...fractionFacts(fractions) },
  })
  return ok({ unitId: id })
}
