import { inTenant } from '@/lib/db/in-tenant'
import type { MadeTenant } from './make-tenant'

let made = 0

export type MadeHomeowner = { id: string; name: string; email: string | null }

/** Makes a homeowner, for tests; `email: null` makes one without an address. */
export async function makeHomeowner(
  tenant: MadeTenant,
  given: { name?: string; email?: string | null; phone?: string; userId?: string } = {},
): Promise<MadeHomeowner> {
  made += 1
  const { name = `Homeowner ${made}`, email = `homeowner-${made}@example.test`, ...rest } = given
  return inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.homeowner.create({
      data: { name, email, ...rest },
      select: { id: true, name: true, email: true },
    }),
  )
}
