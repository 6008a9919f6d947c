import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor, AdminRole } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Gives another admin a role; it counts from their next request on. Taking it from the last owner breaks
 * `admins_last_owner`.
 * @returns refusal 'own_rights' or 'not_found'
 */
export async function changeAdminRole(
  tx: PlatformTx,
  by: AdminActor,
  { adminId, role }: { adminId: string; role: AdminRole },
): Promise<Result> {
  if (adminId === by.adminId) return refuse('own_rights')
  const before = await tx.platformAdmin.findUnique({ where: { id: adminId } })
  if (!before) return refuse('not_found')
  await tx.platformAdmin.update({ where: { id: adminId }, data: { role } })
  const detail = { admin: before.name, before: before.role, after: role }
  await recordPlatformAudit(tx, by, { action: 'admin:role-changed', detail })
  return ok()
}
