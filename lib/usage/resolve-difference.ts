import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Puts a difference away that an admin has dealt with; what still differs is found anew by the next comparison.
 * @returns refusal 'not_found' when it is resolved already
 */
export async function resolveDifference(
  tx: PlatformTx,
  admin: AdminActor,
  { id }: { id: string },
): Promise<Result<{ id: string }>> {
  const [resolved] = await tx.$queryRaw<{ tenantId: string; kind: string; subject: string }[]>`
    update platform.differences set resolved_at = now(), resolved_by = ${admin.adminId}::uuid
    where id = ${id}::uuid and resolved_at is null returning tenant_id as "tenantId", kind, subject`
  if (!resolved) return refuse('not_found')
  const { tenantId, ...detail } = resolved
  await recordPlatformAudit(tx, admin, { action: 'difference:resolved', tenantId, detail: { id, ...detail } })
  return ok({ id })
}
