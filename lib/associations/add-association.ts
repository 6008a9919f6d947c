import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { toDbDate } from '@/lib/time/local-date'
import type { AddAssociation } from './schema'

/**
 * Adds an association.
 * @returns refusal 'taken' when another has its register number
 */
export async function addAssociation(
  tx: TenantTx,
  actor: Actor,
  input: AddAssociation,
): Promise<Result<{ associationId: string }>> {
  const { recordedOn, ...facts } = input
  const { id } = await tx.association.create({
    data: { ...facts, recordedOn: recordedOn && toDbDate(recordedOn) },
    select: { id: true },
  })
  await recordAudit(tx, actor, {
    action: 'association:added',
    subjectType: 'association',
    subjectId: id,
    subjectLabel: facts.name,
    associationId: id,
    after: input,
  })
  return ok({ associationId: id })
}
