import type { AdminActor, AdminRole } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'

let made = 0

/** Makes a platform admin with a live session, for tests. */
export async function makeAdmin(given: { role?: AdminRole } = {}): Promise<AdminActor> {
  made += 1
  const { role = 'owner' } = given
  const person = { email: `admin-${made}@portico.test`, name: `Admin ${made}`, role }
  return asPlatform(async tx => {
    const { id: adminId } = await tx.platformAdmin.create({
      data: { ...person, passwordHash: 'none' },
      select: { id: true },
    })
    const session = await tx.platformAdminSession.create({
      data: { adminId, expiresAt: new Date(Date.now() + 3_600_000), factorPassedAt: new Date() },
      select: { id: true },
    })
    return { adminId, sessionId: session.id, ...person }
  })
}
