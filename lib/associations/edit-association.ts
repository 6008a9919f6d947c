import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { unchangedSince } from '@/lib/db/seen'
import { toDbDate } from '@/lib/time/local-date'
import { readAssociation } from './read-association'
import type { EditAssociation } from './schema'

/**
 * Changes an association's facts, unless somebody else changed them since the form was drawn.
 * @returns refusal 'not_found', 'archived', 'conflict', or 'taken' when another has its register number
 */
export async function editAssociation(
  tx: TenantTx,
  actor: Actor,
  { associationId, seen, ...facts }: EditAssociation,
): Promise<Result<{ associationId: string }>> {
  const before = await readAssociation(tx, associationId)
  if (!before) return refuse('not_found')
  if (before.status === 'archived') return refuse('archived')
  const names = Object.keys(facts) as (keyof typeof facts)[]
  const changed = names.filter(name => before[name] !== facts[name])
  const { count } = await tx.association.updateMany({
    where: { id: associationId, updatedAt: unchangedSince(seen), status: 'active' },
    data: { ...facts, recordedOn: facts.recordedOn && toDbDate(facts.recordedOn) },
  })
  if (count === 0) return refuse('conflict')
  if (changed.length > 0)
    await recordAudit(tx, actor, {
      action: 'association:edited',
      subjectType: 'association',
      subjectId: associationId,
      subjectLabel: facts.name,
      associationId,
      before: Object.fromEntries(changed.map(name => [name, before[name]])),
      after: Object.fromEntries(changed.map(name => [name, facts[name]])),
    })
  return ok({ associationId })
}
