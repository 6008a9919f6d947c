import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Lets one change of somebody's access at a time through in a tenant, until the transaction ends. Two admins who
 * demote each other at once would otherwise both see the other as the admin who is left.
 */
export async function holdAccess(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`select 1 as held from pg_advisory_xact_lock(hashtextextended(app.current_tenant()::text, 2))`
}

/**
 * Whether somebody is left who can put access right: an admin of all associations, not suspended, who has signed in or
 * set a password.
 */
export async function hasAdmin(tx: TenantTx): Promise<boolean> {
  const left = await tx.user.count({
    where: {
      role: 'admin',
      scope: 'all',
      suspendedAt: null,
      OR: [{ passwordHash: { not: null } }, { emailVerifiedAt: { not: null } }],
      userPermissionsAsUser: { none: { permission: 'user:permit', effect: 'deny' } },
    },
  })
  return left > 0
}
