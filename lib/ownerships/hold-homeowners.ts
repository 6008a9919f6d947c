import type { TenantTx } from '@/lib/db/in-tenant'

export type HeldHomeowner = { id: string; name: string; archived: boolean }

/**
 * Reads homeowners who are about to own, and keeps them from being archived until the transaction ends.
 * @returns those the actor can see; others are missing
 */
export async function holdHomeowners(tx: TenantTx, ids: readonly string[]): Promise<HeldHomeowner[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw<HeldHomeowner[]>`
    select id, name, status = 'archived' as archived from app.homeowners
    where id = any(${[...ids]}::uuid[]) order by id for share`
}
