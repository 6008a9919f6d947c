import type { TenantTx } from '@/lib/db/in-tenant'

/** Lists the counties of the associations the actor sees, by name; at most 300. */
export async function listCounties(tx: TenantTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ county: string }[]>`
    select distinct county from app.associations where county is not null order by county limit 300`
  return rows.map(({ county }) => county)
}
