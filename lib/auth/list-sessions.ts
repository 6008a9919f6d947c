import type { TenantTx } from '@/lib/db/in-tenant'
import { describeDevice, isHandheld } from './describe-device'

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

/** The devices on which a person is signed in, the one seen last first. */
export async function listSessions(tx: TenantTx, userId: string): Promise<OpenSession[]> {
  const rows = await tx.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
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
