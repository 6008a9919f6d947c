import { inTenant } from '@/lib/db/in-tenant'
import { makeAssociation } from './make-association'
import type { MadeTenant } from './make-tenant'

let made = 0

/** Makes a unit, of a new association unless one is given, for tests. */
export async function makeUnit(
  tenant: MadeTenant,
  given: { associationId?: string; label?: string } = {},
): Promise<{ id: string; label: string; associationId: string }> {
  made += 1
  const { label = `${100 + made}` } = given
  const associationId = given.associationId ?? (await makeAssociation(tenant)).id
  return inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.unit.create({
      data: { associationId, label, labelSort: '' },
      select: { id: true, label: true, associationId: true },
    }),
  )
}
