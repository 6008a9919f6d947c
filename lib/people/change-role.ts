import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { type Role, staffRoles } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { claimLimit } from '@/lib/limits/claim-limit'
import { changeAccess } from './change-access'

/**
 * Gives a person another role, from their next request on. Their own grants and denials stay.
 * @returns refusal 'limit_reached' when the plan has no room for a colleague more, or one of `changeAccess`
 */
export async function changeRole(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string; role: Role },
): Promise<Result> {
  const { userId, role } = input
  return changeAccess(tx, actor, {
    userId,
    to: subject => ({ ...subject.rights, role }),
    write: async subject => {
      if (subject.rights.role === role) return ok()
      const joins = staffRoles.has(role) && !staffRoles.has(subject.rights.role) && !subject.suspendedAt
      const claimed = joins ? await claimLimit(tx, actor, 'users', 1) : ok()
      if (!claimed.ok) return claimed
      const { count } = await tx.user.updateMany({ where: { id: userId }, data: { role } })
      // What no policy lets this actor reach stays as it is, and nothing is recorded.
      if (count === 0) return refuse('forbidden')
      await recordAudit(tx, actor, {
        action: 'user:role-changed',
        subjectType: 'user',
        subjectId: userId,
        subjectLabel: subject.name,
        before: { role: subject.rights.role },
        after: { role },
      })
      return ok()
    },
  })
}
