import type { AdminRole } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { AdminState } from './rules'

export type AdminPerson = {
  id: string
  name: string
  email: string
  role: AdminRole
  state: AdminState
  /** Whether an authenticator app is set up. */
  enrolled: boolean
}

const uuid = /^[0-9a-f-]{36}$/

/** Reads one of the platform's people; null when there is none. */
export async function readAdminPerson(tx: PlatformTx, id: string): Promise<AdminPerson | null> {
  const row = uuid.test(id) ? await tx.platformAdmin.findUnique({ where: { id } }) : null
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as AdminRole,
    state: row.suspendedAt ? 'suspended' : row.passwordHash ? 'active' : 'invited',
    enrolled: row.factorEnrolledAt !== null,
  }
}
