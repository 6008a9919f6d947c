import type { TenantTx } from '@/lib/db/in-tenant'

/** An association as a choice offers it. */
export type AssociationChoice = { id: string; name: string }

/** Lists the active associations the actor sees, by name; at most 2,000. */
export async function listAssociationChoices(tx: TenantTx): Promise<AssociationChoice[]> {
  return tx.association.findMany({
    where: { status: 'active' },
    select: { id: true, name: true },
    orderBy: [{ nameSort: 'asc' }, { id: 'asc' }],
    take: 2000,
  })
}
