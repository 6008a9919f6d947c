import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { openAssociation } from './open-association'
import type { AddSeries } from './schema'
import { fractionColumns, fractionFacts } from './unit-columns'

/**
 * Adds a series of units, alike but for their labels.
 * @returns how many; refusal 'not_found', 'archived', or 'taken' naming the first label that exists: none is added
 */
export async function addSeries(
  tx: TenantTx,
  actor: Actor,
  { associationId, labels, ...fractions }: AddSeries,
): Promise<Result<{ added: number }>> {
  const association = await openAssociation(tx, associationId)
  if (!association.ok) return association
  const [existing] = await tx.unit.findMany({
    where: { associationId, label: { in: labels } },
    orderBy: { labelSort: 'asc' },
    select: { label: true },
    take: 1,
  })
  if (existing) return refuseTaken(existing.label)
  const columns = fractionColumns(fractions)
  const { count } = await tx.unit.createMany({
    data: labels.map(label => ({ label, ...columns, associationId, labelSort: '' })),
  })
  await recordAudit(tx, actor, {
    action: 'unit:series-added',
    subjectType: 'association',
    subjectId: associationId,
    subjectLabel: association.value.name,
    associationId,
    after: { units: count, first: labels[0] ?? '', last: labels.at(-1) ?? '', ...fractionFacts(fractions) },
  })
  return ok({ added: count })
}

function refuseTaken(label: string) {
  const refusal = refuse('taken', { params: { what: `Unit ${label}` } })
  return { ...refusal, fields: { numbers: refusal.message } }
}
