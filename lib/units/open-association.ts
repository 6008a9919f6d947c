import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Finds the association that units are to be added to and keeps it from being archived meanwhile.
 * @returns refusal 'not_found' or 'archived'
 */
export async function openAssociation(
  tx: TenantTx,
  associationId: string,
): Promise<Result<{ id: string; name: string }>> {
  const [found] = await tx.$queryRaw<{ id: string; name: string; status: string }[]>`
    select id, name, status from app.associations where id = ${associationId}::uuid for no key update`
  if (!found) return refuse('not_found')
  return found.status === 'archived' ? refuse('archived') : ok({ id: found.id, name: found.name })
}
