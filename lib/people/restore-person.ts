import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { endSessions } from '@/lib/auth/end-sessions'
import { staffRoles } from '@/lib/auth/permissions'
import { revokeLinks } from '@/lib/auth/revoke-links'
import type { TenantTx } from '@/lib/db/in-tenant'
import { claimLimit } from '@/lib/limits/claim-limit'
import { changeAccess } from './change-access'
import type { Subject } from './read-rights'

/**
 * Gives a suspended person their access back. They sign in anew: sessions and links from before do not come back to life.
 * @returns refusal 'limit_reached' when the plan has no room for a colleague more, or one of `changeAccess`
 */
export async function restorePerson(tx: TenantTx, actor: Actor, input: { userId: string }): Promise<Result> {
  const { userId } = input
  return changeAccess(tx, actor, {
    userId,
    to: (subject: Subject) => subject.rights,
    write: async subject => {
      if (!subject.suspendedAt) return ok()
      if (staffRoles.has(subject.rights.role)) {
        const claimed = await claimLimit(tx, actor, 'users', 1)
        if (!claimed.ok) return claimed
      }
      await endSessions(tx, actor, { userId })
      await revokeLinks(tx, userId)
      const { count } = await tx.user.updateMany({
        where: { id: userId },
        data: { suspendedAt: null, suspendedBy: null },
      })
      // What no policy lets this actor reach stays as it is, and nothing is recorded.
      if (count === 0) return refuse('forbidden')
      await recordAudit(tx, actor, {
        action: 'user:restored',
        subjectType: 'user',
        subjectId: userId,
        subjectLabel: subject.name,
      })
      return ok()
    },
  })
}
