import { z } from 'zod'
import type { TenantId } from '@/lib/db/in-tenant'
import { type Account, accountSchema } from './account'
import { effectivePermissions, guestPermissions, type Permission, type Role, roles } from './permissions'

/**
 * A signed-in person of one tenant, or a guest: somebody of Portico whom the company let in until `guest.until`, who is
 * no user of it.
 */
export type UserActor = Member | (SignedIn & { guest: Guest; userId: null })

/** A signed-in person who is a user of the tenant. */
export type Member = SignedIn & { guest: null; userId: string }

export type Guest = { until: Date }

type SignedIn = {
  kind: 'user'
  tenantId: TenantId
  sessionId: string
  name: string
  email: string
  role: Role
  scope: 'all' | 'chosen'
  permissions: ReadonlySet<Permission>
}

/** The product itself, working for one tenant: a job, an import, a sign-in. `purpose` says what for. */
export type SystemActor = { kind: 'system'; tenantId: TenantId; purpose: string }

export type Actor = UserActor | SystemActor

/** Says whether the actor may do it. The system may; a person by role, grants and denials. */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'system' || actor.permissions.has(permission)
}

/**
 * The member an actor is, for what is about their own account.
 * @throws for a guest, whose permissions open none of it
 */
export function asMember(actor: UserActor): Member {
  if (actor.guest) throw new Error('a guest has no account here')
  return actor
}

const brandSchema = z.object({
  name: z.string(),
  kind: z.enum(['associations', 'rentals', 'both']),
  accent: z.string(),
  logoFileId: z.string().nullable(),
  supportEmail: z.string().nullable(),
  supportPhone: z.string().nullable(),
  locale: z.string(),
  currency: z.string(),
  zone: z.string(),
})

/** A tenant's name, look and defaults. */
export type Brand = z.infer<typeof brandSchema>

const openedSchema = z.object({
  state: z.enum(['anonymous', 'signed-in', 'expired', 'revoked', 'suspended']),
  brand: brandSchema.nullable(),
  account: accountSchema.nullable(),
  user: z
    .object({
      /** Null for a guest. */
      id: z.string().nullable(),
      sessionId: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(roles),
      scope: z.enum(['all', 'chosen']),
      permissions: z.record(z.string(), z.enum(['grant', 'deny'])).nullable(),
      guest: z.object({ until: z.coerce.date() }).nullable(),
    })
    .nullable(),
})

type OpenedUser = NonNullable<z.infer<typeof openedSchema>['user']>

export type Opened = {
  state: z.infer<typeof openedSchema>['state']
  brand: Brand
  account: Account
  actor: UserActor | null
}

/** Reads the database's answer to opening a request (`app.open_request`). */
export function readOpened(tenantId: TenantId, answer: unknown): Opened {
  const { state, brand, account, user } = openedSchema.parse(answer)
  if (!brand) throw new Error(`tenant ${tenantId} has no profile row`)
  if (!account) throw new Error(`tenant ${tenantId} has no account`)
  if (!user) return { state, brand, account, actor: null }
  return { state, brand, account, actor: actorOf(tenantId, user) }
}

function actorOf(tenantId: TenantId, user: OpenedUser): UserActor {
  const { id, permissions: own, guest, ...person } = user
  const signedIn = { kind: 'user' as const, tenantId, ...person }
  if (guest) return { ...signedIn, guest, userId: null, permissions: guestPermissions }
  if (id === null) throw new Error('somebody who is no guest has no user id')
  return { ...signedIn, guest: null, userId: id, permissions: effectivePermissions(user.role, own) }
}
