import type { PlatformTx } from '@/lib/db/as-platform'

export type AdminRole = 'owner' | 'billing' | 'support'

/** What platform admins may do, by role. None of it reads a tenant's content. */
export const adminPermissionTable = {
  'tenant:read': { label: 'See companies and their state', roles: ['owner', 'billing', 'support'] },
  'metric:read': { label: 'See how the business and the service do', roles: ['owner', 'billing', 'support'] },
  'invoice:read': { label: 'See invoices, dunning and webhooks', roles: ['owner', 'billing', 'support'] },
  'account:change': { label: 'Change plans, extend trials, give credit', roles: ['owner', 'billing'] },
  'feature:override': { label: 'Grant and deny companies features', roles: ['owner', 'billing'] },
  'note:write': { label: 'Write notes about companies', roles: ['owner', 'billing', 'support'] },
  'tenant:create': { label: 'Set companies up', roles: ['owner'] },
  'token:manage': { label: 'Make and revoke API tokens', roles: ['owner'] },
  'tenant:delete': { label: 'Ask for the deletion of companies', roles: ['owner'] },
  'tenant:suspend': { label: 'Suspend and reactivate companies', roles: ['owner'] },
  'support:enter': {
    label: 'Enter a company that lets support in, as its guest',
    roles: ['owner', 'support'],
  },
  'job:read': { label: 'See jobs and how messages fared', roles: ['owner', 'support'] },
  'job:retry': { label: 'Retry or discard failed jobs', roles: ['owner', 'support'] },
  'audit:read': { label: 'See what admins did', roles: ['owner'] },
  'admin:read': { label: 'See who the admins are', roles: ['owner', 'billing', 'support'] },
  'admin:manage': {
    label: 'Invite and suspend admins, change roles, reset second factors',
    roles: ['owner'],
  },
  'account:manage': {
    label: 'Manage one’s own password, second factor and sessions',
    roles: ['owner', 'billing', 'support'],
  },
} as const satisfies Record<string, { label: string; roles: readonly AdminRole[] }>

export type AdminPermission = keyof typeof adminPermissionTable

/** A signed-in platform admin. */
export type AdminActor = { adminId: string; sessionId: string; name: string; email: string; role: AdminRole }

/** Whoever acts for the platform: an admin, or an API token in the name of the admin who made it. */
export type PlatformActor = Pick<AdminActor, 'adminId'> & { apiTokenId?: string }

/** Says whether the admin's role allows it. */
export function adminCan(admin: AdminActor, permission: AdminPermission): boolean {
  return (adminPermissionTable[permission].roles as readonly AdminRole[]).includes(admin.role)
}

/** Somebody who proved a platform admin's password, and has the second factor still before them. */
export type PendingAdmin = Omit<AdminActor, 'role'> & { enrolled: boolean }

/** How exactly it is noted that a session is used. */
const seenMs = 5 * 60_000

async function readSession(tx: PlatformTx, sessionId: string | null) {
  if (!sessionId) return null
  const session = await tx.platformAdminSession.findUnique({
    where: { id: sessionId },
    include: { admin: true },
  })
  const open = session && !session.revokedAt && session.expiresAt > new Date() && !session.admin.suspendedAt
  return open ? session : null
}

/** Proves an admin's session; null when it is absent, ended, without its second factor, or its person suspended. */
export async function readAdmin(tx: PlatformTx, sessionId: string | null): Promise<AdminActor | null> {
  const session = await readSession(tx, sessionId)
  if (!session?.factorPassedAt) return null
  if (Date.now() - session.lastSeenAt.getTime() > seenMs)
    await tx.platformAdminSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date() } })
  const { id, name, email, role } = session.admin
  return { adminId: id, sessionId: session.id, name, email, role: role as AdminRole }
}

/** Finds whose second factor a session waits for; null when it waits for none. */
export async function readPendingAdmin(
  tx: PlatformTx,
  sessionId: string | null,
): Promise<PendingAdmin | null> {
  const session = await readSession(tx, sessionId)
  if (!session || session.factorPassedAt) return null
  const { id, name, email, factorEnrolledAt } = session.admin
  return { adminId: id, sessionId: session.id, name, email, enrolled: factorEnrolledAt !== null }
}
