import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { endSessions } from '@/lib/auth/end-sessions'
import { revokeLinks } from '@/lib/auth/revoke-links'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Gives back access to the portal that was taken away; sessions and links from before stay dead.
 * @returns refusal 'not_found', also when nothing was taken away, or 'archived'
 */
export async function restoreAccess(
  tx: TenantTx,
  actor: Actor,
  { homeownerId }: { homeownerId: string },
): Promise<Result<{ homeownerId: string }>> {
  const homeowner = await tx.homeowner.findFirst({
    where: { id: homeownerId },
    select: { name: true, userId: true, status: true },
  })
  if (!homeowner?.userId) return refuse('not_found')
  if (homeowner.status === 'archived') return refuse('archived')
  const { count } = await tx.user.updateMany({
    where: { id: homeowner.userId, role: 'homeowner', suspendedAt: { not: null } },
    data: { suspendedAt: null, suspendedBy: null },
  })
  if (count === 0) return refuse('not_found')
  await endSessions(tx, actor, { userId: homeowner.userId })
  await revokeLinks(tx, homeowner.userId)
  await recordAudit(tx, actor, {
    action: 'homeowner:access-restored',
    subjectType: 'homeowner',
    subjectId: homeownerId,
    subjectLabel: homeowner.name,
  })
  return ok({ homeownerId })
}
