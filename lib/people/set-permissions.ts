import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { type Permission, permissionsOf, type Role } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { changeAccess } from './change-access'
import { permittable, type Rights } from './rules'

/** The grants and denials that make a role's permissions into those allowed. */
export function ownFor(role: Role, allowed: ReadonlySet<Permission>): Rights['own'] {
  const usual = permissionsOf(role)
  const differing = permittable.filter(permission => usual.has(permission) !== allowed.has(permission))
  return Object.fromEntries(
    differing.map(permission => [permission, allowed.has(permission) ? 'grant' : 'deny']),
  )
}

/**
 * Sets what a person may do; what differs from their role is kept as grants and denials of their own.
 * @param input.role the role the permissions were chosen for
 * @returns refusal 'conflict' when the person has another role by now, or a refusal of `changeAccess`
 */
export async function setPermissions(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string; role: Role; allowed: readonly Permission[] },
): Promise<Result> {
  const { userId, role } = input
  const own = ownFor(role, new Set(input.allowed))
  return changeAccess(tx, actor, {
    userId,
    to: subject => ({ role: subject.rights.role, own }),
    write: async subject => {
      if (subject.rights.role !== role) return refuse('conflict')
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
