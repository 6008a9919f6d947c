import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Ends API tokens for good. Those that were revoked before stay as they are.
 * @returns refusal 'not_found', or 'wrong_state' when all of them are revoked already
 */
export async function revokeTokens(
  tx: PlatformTx,
  admin: PlatformActor,
  { ids }: { ids: string[] },
  now: Date,
): Promise<Result<{ count: number }>> {
  const known = await tx.platformApiToken.count({ where: { id: { in: ids } } })
  if (known === 0) return refuse('not_found')
  const revoked = await tx.platformApiToken.updateManyAndReturn({
    where: { id: { in: ids }, revokedAt: null },
    data: { revokedAt: now, revokedBy: admin.adminId },
    select: { name: true, prefix: true },
  })
  if (revoked.length === 0) return refuse('wrong_state', { params: { why: 'it is revoked already' } })
  for (const detail of revoked) await recordPlatformAudit(tx, admin, { action: 'api-token:revoked', detail })
  return ok({ count: revoked.length })
}
