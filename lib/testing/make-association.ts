import { inTenant } from '@/lib/db/in-tenant'
import type { MadeTenant } from './make-tenant'

let made = 0

/** Makes an association of a tenant, for tests. */
export async function makeAssociation(
  tenant: MadeTenant,
  given: { name?: string; zone?: string } = {},
): Promise<{ id: string; name: string }> {
  made += 1
  const { name = `Association ${made}`, zone = 'America/New_York' } = given
  return inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.association.create({ data: { name, zone }, select: { id: true, name: true } }),
  )
}
