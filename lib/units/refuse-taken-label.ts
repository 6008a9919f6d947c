import { type Refusal, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Refuses a label that a unit of the association has already, in the words of its field.
 * @returns refusal 'taken', or null when it is free now; who is faster meanwhile is for the database to say
 */
export async function refuseTakenLabel(
  tx: TenantTx,
  { associationId, label }: { associationId: string; label: string },
): Promise<Refusal | null> {
  const found = await tx.unit.findFirst({ where: { associationId, label }, select: { id: true } })
  if (!found) return null
  const refusal = refuse('taken', { params: { what: 'This number or name' } })
  return { ...refusal, fields: { label: refusal.message } }
}
