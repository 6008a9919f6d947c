import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import { fromDbDate } from '@/lib/time/local-date'

/** An association's record. */
export type AssociationRecord = NonNullable<Awaited<ReturnType<typeof load>>>

async function load(tx: TenantTx, id: string) {
  const found = await tx.association.findFirst({
    where: { id },
    omit: { tenantId: true, nameSort: true, searchText: true },
  })
  return found && { ...found, recordedOn: found.recordedOn && fromDbDate(found.recordedOn) }
}

/** Reads an association; null when there is none, or the actor cannot see it. */
export async function readAssociation(
  tx: TenantTx,
  associationId: string,
): Promise<AssociationRecord | null> {
  return z.uuid().safeParse(associationId).success ? load(tx, associationId) : null
}
