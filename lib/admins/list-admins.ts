import type { AdminRole } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

export type AdminPerson = {
  id: string
  name: string
  email: string
  role: AdminRole
  state: 'active' | 'invited' | 'suspended'
  /** Whether an authenticator app is set up. */
  enrolled: boolean
  lastSeenAt: Date | null
  openSessions: number
}

/** Lists the platform's people by name. */
export async function listAdmins(tx: PlatformTx, now: Date): Promise<AdminPerson[]> {
  const rows = await tx.platformAdmin.findMany({
    include: {
      adminSessions: {
        where: { factorPassedAt: { not: null } },
        orderBy: { lastSeenAt: 'desc' },
        select: { lastSeenAt: true, revokedAt: true, expiresAt: true },
      },
    },
    orderBy: { name: 'asc' },
  })
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as AdminRole,
    state: row.suspendedAt ? 'suspended' : row.passwordHash ? 'active' : 'invited',
    enrolled: row.factorEnrolledAt !== null,
    lastSeenAt: row.adminSessions[0]?.lastSeenAt ?? null,
    openSessions: row.adminSessions.filter(each => !each.revokedAt && each.expiresAt > now).length,
  }))
}
