import type { TenantTx } from '@/lib/db/in-tenant'
import { describeDevice, isHandheld } from './describe-device'
import { type Role, staffRoles } from './permissions'
import { staffIdleHours } from './start-session'

export type OpenSession = {
  id: string
  device: string
  handheld: boolean
  /** Null when the server sees no addresses of its own. */
  address: string | null
  method: string
  startedAt: Date
  lastSeenAt: Date
}

/** The devices on which a person is signed in, the one seen last first; without those that idleness has ended. */
export async function listSessions(tx: TenantTx, user: { id: string; role: Role }): Promise<OpenSession[]> {
  const idleSince = new Date(Date.now() - staffIdleHours * 3_600_000)
  const rows = await tx.session.findMany({
    where: {
      userId: user.id,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      ...(staffRoles.has(user.role) && { lastSeenAt: { gt: idleSince } }),
    },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
  })
  return rows.map(({ id, userAgent, address, method, createdAt, lastSeenAt }) => ({
    id,
    device: describeDevice(userAgent),
    handheld: isHandheld(userAgent),
    address: address === 'direct' ? null : address,
    method,
    startedAt: createdAt,
    lastSeenAt,
  }))
}
