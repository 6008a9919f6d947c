import { z } from 'zod'
import type { TenantId } from '@/lib/db/in-tenant'
import { type Account, accountSchema } from './account'
import { effectivePermissions, type Permission, type Role, roles } from './permissions'

/** A signed-in person of one tenant. */
export type UserActor = {
  kind: 'user'
  tenantId: TenantId
  userId: string
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
      id: z.string(),
      sessionId: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(roles),
      scope: z.enum(['all', 'chosen']),
      permissions: z.record(z.string(), z.enum(['grant', 'deny'])).nullable(),
    })
    .nullable(),
})

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
  const { id, permissions: own, ...person } = user
  return {
    state,
    brand,
    account,
    actor: {
      kind: 'user',
      tenantId,
      userId: id,
      ...person,
      permissions: effectivePermissions(user.role, own),
    },
  }
}
