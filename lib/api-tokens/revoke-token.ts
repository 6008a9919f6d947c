import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/** Ends an API token for good. Refusals: 'not_found', or 'wrong_state' when it is revoked already. */
export async function revokeToken(
  tx: PlatformTx,
  admin: PlatformActor,
  { tokenId }: { tokenId: string },
  now: Date,
): Promise<Result> {
  const token = await tx.platformApiToken.findUnique({ where: { id: tokenId } })
  if (!token) return refuse('not_found')
  const { count } = await tx.platformApiToken.updateMany({
    where: { id: tokenId, revokedAt: null },
    data: { revokedAt: now, revokedBy: admin.adminId },
  })
  if (count === 0) return refuse('wrong_state', { params: { why: 'the token is revoked already' } })
  const detail = { name: token.name, prefix: token.prefix }
  await recordPlatformAudit(tx, admin, { action: 'api-token:revoked', detail })
  return ok()
}
