import type { Role } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { AssociationName } from './find-associations'
import { type Rights, stateOf } from './rules'

export type Person = {
  id: string
  name: string
  email: string
  phone: string | null
  rights: Rights
  scope: 'all' | 'chosen'
  associations: AssociationName[]
  state: ReturnType<typeof stateOf>
  hasPassword: boolean
  invitedAt: Date | null
  lastSeenAt: Date | null
  addedAt: Date
}

/** Reads everything the page of a person shows; null when there is no such person here. */
export async function readPerson(tx: TenantTx, userId: string): Promise<Person | null> {
  const user = await tx.user.findFirst({
    where: { id: userId },
    include: {
      userPermissionsAsUser: { select: { permission: true, effect: true } },
      userAssociations: {
        select: { association: { select: { id: true, name: true } } },
        orderBy: { association: { nameSort: 'asc' } },
      },
    },
  })
  if (!user) return null
  const own = user.userPermissionsAsUser.map(({ permission, effect }) => [permission, effect])
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    phone: user.phone,
    rights: { role: user.role as Role, own: Object.fromEntries(own) as Rights['own'] },
    scope: user.scope === 'chosen' ? 'chosen' : 'all',
    associations: user.userAssociations.map(({ association }) => association),
    state: stateOf(user),
    hasPassword: user.passwordHash !== null,
    invitedAt: user.invitedAt,
    lastSeenAt: user.lastSeenAt,
    addedAt: user.createdAt,
  }
}
