import type { Role } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { Rights } from './rules'

export type Subject = {
  id: string
  name: string
  email: string
  scope: 'all' | 'chosen'
  suspendedAt: Date | null
  rights: Rights
}

/** Reads a person with their rights; null when there is no such person here. */
export async function readRights(tx: TenantTx, userId: string): Promise<Subject | null> {
  const user = await tx.user.findFirst({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      scope: true,
      suspendedAt: true,
      userPermissionsAsUser: { select: { permission: true, effect: true } },
    },
  })
  if (!user) return null
  const { role, scope, userPermissionsAsUser: kept, ...person } = user
  const own = Object.fromEntries(kept.map(({ permission, effect }) => [permission, effect]))
  return {
    ...person,
    scope: scope as Subject['scope'],
    rights: { role: role as Role, own: own as Rights['own'] },
  }
}
