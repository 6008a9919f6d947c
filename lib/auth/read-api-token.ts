import { createHash, timingSafeEqual } from 'node:crypto'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { PlatformActor } from './admin-actor'

/** What an API token of the platform may be good for. */
export const apiScopes = ['organizations:read', 'organizations:write'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Another system that acts for the platform, in the name of the admin who made its token. */
export type ApiActor = PlatformActor & { apiTokenId: string; name: string; scopes: readonly string[] }

const shape = /^[Bb]earer +(ptc_([a-z0-9]{8})_[A-Za-z0-9_-]{43})$/

/** What is kept of a token: enough to recognise it, useless to whoever reads the table. */
export function hashApiToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const same = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(one.padEnd(64, ' ')), Buffer.from(other.padEnd(64, ' ')))

/**
 * Finds whose token an Authorization header carries; null for none, one that is forged, revoked or expired, or one
 * whose maker is suspended or no owner any more. Notes once a minute that it was used.
 */
export async function readApiToken(
  tx: PlatformTx,
  header: string | null,
  now: Date,
): Promise<ApiActor | null> {
  const [, token, prefix] = shape.exec(header ?? '') ?? []
  if (!token || !prefix) return null
  const row = await tx.platformApiToken.findUnique({
    where: { prefix },
    include: { createdByUser: { select: { role: true, suspendedAt: true } } },
  })
  if (!row || !same(row.tokenHash, hashApiToken(token))) return null
  const { createdByUser: maker, revokedAt, expiresAt, lastUsedAt } = row
  if (revokedAt || expiresAt <= now || maker.suspendedAt || maker.role !== 'owner') return null
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > 60_000)
    await tx.platformApiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  return { adminId: row.createdBy, apiTokenId: row.id, name: row.name, scopes: row.scopes }
}
