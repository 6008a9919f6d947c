import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { staffRoles } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { changeAccess } from './change-access'

export type AssociationLimit = { scope: 'all' | 'chosen'; associationIds: string[] }

/**
 * Limits a colleague to chosen associations, or lifts the limit; from their next request on.
 * @returns refusal 'invalid' for a limit to none or to one that is not here, or a refusal of `changeAccess`
 */
export async function limitAssociations(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string } & AssociationLimit,
): Promise<Result> {
  const { userId, scope } = input
  const chosen = scope === 'chosen' ? [...new Set(input.associationIds)] : []
  if (scope === 'chosen' && chosen.length === 0)
    return refuse('invalid', { fields: { associationIds: 'Choose at least one association.' } })
  return changeAccess(tx, actor, {
    userId,
    to: subject => subject.rights,
    write: async subject => {
      if (scope === 'chosen' && !staffRoles.has(subject.rights.role))
        return refuse('invalid', {
          fields: { scope: 'Only colleagues are limited; owners see their own units.' },
        })
      const found = await tx.association.findMany({ where: { id: { in: chosen } }, select: { name: true } })
      if (found.length < chosen.length)
        return refuse('invalid', {
          fields: { associationIds: 'One of these associations is not here any more.' },
        })
      await tx.userAssociation.deleteMany({ where: { userId } })
      await tx.userAssociation.createMany({ data: chosen.map(associationId => ({ userId, associationId })) })
      const { count } = await tx.user.updateMany({ where: { id: userId }, data: { scope } })
      // What no policy lets this actor reach stays as it is, and nothing is recorded.
      if (count === 0) return refuse('forbidden')
      await recordAudit(tx, actor, {
        action: 'user:limited',
        subjectType: 'user',
        subjectId: userId,
        subjectLabel: subject.name,
        after: { scope, associations: found.map(({ name }) => name) },
      })
      return ok()
    },
  })
}
