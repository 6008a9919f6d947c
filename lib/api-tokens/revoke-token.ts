import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/** Ends an API token for good; a token that is revoked already stays as it is. Refusal: 'not_found'. */
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
  if (count > 0) {
    const detail = { name: token.name, prefix: token.prefix }
    await recordPlatformAudit(tx, admin, { action: 'api-token:revoked', detail })
  }
  return ok()
}
