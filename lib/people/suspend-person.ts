import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { changeAccess } from './change-access'

/**
 * Takes a person's access away until it is restored. Their sessions answer 'suspended' from the next request on, and
 * their links no longer work.
 * @returns a refusal of `changeAccess`
 */
export async function suspendPerson(tx: TenantTx, actor: Actor, input: { userId: string }): Promise<Result> {
  const { userId } = input
  return changeAccess(tx, actor, {
    userId,
    to: subject => subject.rights,
    write: async subject => {
      if (subject.suspendedAt) return ok()
      const suspendedBy = actor.kind === 'user' ? actor.userId : null
      const { count } = await tx.user.updateMany({
        where: { id: userId },
        data: { suspendedAt: new Date(), suspendedBy },
      })
      // What no policy lets this actor reach stays as it is, and nothing is recorded.
      if (count === 0) return refuse('forbidden')
      await recordAudit(tx, actor, {
        action: 'user:suspended',
        subjectType: 'user',
        subjectId: userId,
        subjectLabel: subject.name,
      })
      return ok()
    },
  })
}
