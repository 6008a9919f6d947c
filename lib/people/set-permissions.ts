import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { permissionsOf } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { changeAccess } from './change-access'
import { permittable, type Rights } from './rules'

/** Leaves out what says nothing: a grant of what the role has, a denial of what it has not. */
function meaningful({ role, own }: Rights): Rights['own'] {
  const usual = permissionsOf(role)
  return Object.fromEntries(
    permittable.flatMap(permission => {
      const effect = own[permission]
      const says = effect && (effect === 'grant') !== usual.has(permission)
      return says ? [[permission, effect]] : []
    }),
  )
}

/**
 * Sets what a person may do beside what their role allows; what is not named follows the role.
 * @returns a refusal of `changeAccess`
 */
export async function setPermissions(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string; own: Rights['own'] },
): Promise<Result> {
  const { userId } = input
  const wanted = (rights: Rights): Rights => ({
    role: rights.role,
    own: meaningful({ role: rights.role, own: input.own }),
  })
  return changeAccess(tx, actor, {
    userId,
    to: subject => wanted(subject.rights),
    write: async subject => {
      const { own } = wanted(subject.rights)
      const createdBy = actor.kind === 'user' ? actor.userId : null
      await tx.userPermission.deleteMany({ where: { userId } })
      await tx.userPermission.createMany({
        data: Object.entries(own).map(([permission, effect]) => ({ userId, permission, effect, createdBy })),
      })
      await recordAudit(tx, actor, {
        action: 'user:permissions-set',
        subjectType: 'user',
        subjectId: userId,
        subjectLabel: subject.name,
        before: subject.rights.own,
        after: own,
      })
      return ok()
    },
  })
}
