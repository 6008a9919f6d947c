import type { TenantTx } from '@/lib/db/in-tenant'

/** Somebody on record who may be the same person. */
export type Duplicate = {
  id: string
  name: string
  email: string | null
  by: 'email' | 'name'
  archived: boolean
}

/**
 * Finds homeowners with the same email address or the same name (however it is capitalised or accented), at most
 * five, the same address first.
 */
export async function findDuplicates(
  tx: TenantTx,
  { name, email }: { name: string; email: string | null },
): Promise<Duplicate[]> {
  return tx.$queryRaw<Duplicate[]>`
    select id, name, email, by, archived from (
      select id, name, email, 'email' as by, status = 'archived' as archived, 1 as rank
      from app.homeowners where email = ${email}::text
      union all
      select id, name, email, 'name', status = 'archived', 2
      from app.homeowners where name_sort = app.normalise(${name}) and email is distinct from ${email}::text
    ) found order by rank, archived, id limit 5`
}
