import type { PlatformTx } from '@/lib/db/as-platform'

export type TokenState = 'active' | 'expired' | 'revoked' | 'void'

export type ShownToken = {
  id: string
  name: string
  prefix: string
  scopes: string[]
  madeBy: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  /** `void`: whoever made it is no owner any more. */
  state: TokenState
}

/** Lists the API tokens, the newest first. Of a token itself nothing is kept that could be shown. */
export async function listTokens(tx: PlatformTx, now: Date): Promise<ShownToken[]> {
  const rows = await tx.platformApiToken.findMany({
    include: { createdByUser: { select: { name: true, role: true, suspendedAt: true } } },
    orderBy: { id: 'desc' },
    take: 200,
  })
  return rows.map(({ createdByUser: maker, revokedAt, ...row }) => {
    const orphaned = maker.suspendedAt !== null || maker.role !== 'owner'
    const state = revokedAt ? 'revoked' : row.expiresAt <= now ? 'expired' : orphaned ? 'void' : 'active'
    const { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt } = row
    return { id, name, prefix, scopes, madeBy: maker.name, createdAt, expiresAt, lastUsedAt, state }
  })
}
