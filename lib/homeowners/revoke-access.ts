import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { endSessions } from '@/lib/auth/end-sessions'
import { revokeLinks } from '@/lib/auth/revoke-links'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Suspends a homeowner's sign-in, ends its sessions and its links. @returns whether there was anything to suspend */
export async function blockAccess(tx: TenantTx, actor: Actor, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, suspendedAt: null, role: 'homeowner' },
    data: { suspendedAt: new Date(), suspendedBy: actor.kind === 'user' ? actor.userId : null },
  })
  if (count === 0) return false
  await endSessions(tx, actor, { userId })
  await revokeLinks(tx, userId)
  return true
}

/**
 * Takes away a homeowner's access to the portal at once.
 * @returns refusal 'not_found', also when they have none
 */
export async function revokeAccess(
  tx: TenantTx,
  actor: Actor,
  { homeownerId }: { homeownerId: string },
): Promise<Result<{ homeownerId: string }>> {
  const homeowner = await tx.homeowner.findFirst({
    where: { id: homeownerId },
    select: { name: true, userId: true },
  })
  if (!homeowner?.userId || !(await blockAccess(tx, actor, homeowner.userId))) return refuse('not_found')
  await recordAudit(tx, actor, {
    action: 'homeowner:access-revoked',
    subjectType: 'homeowner',
    subjectId: homeownerId,
    subjectLabel: homeowner.name,
  })
  return ok({ homeownerId })
}
