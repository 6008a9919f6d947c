import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { endAdminSessions } from './end-admin-sessions'

/**
 * Shuts another admin out, from their next request on; so do their visits to companies end. The last owner breaks
 * `admins_last_owner`.
 * @returns refusal 'own_rights', or 'not_found' when they are suspended already
 */
export async function suspendAdmin(
  tx: PlatformTx,
  by: AdminActor,
  { adminId }: { adminId: string },
): Promise<Result> {
  if (adminId === by.adminId) return refuse('own_rights')
  const person = await tx.platformAdmin.findUnique({ where: { id: adminId, suspendedAt: null } })
  if (!person) return refuse('not_found')
  await tx.platformAdmin.update({ where: { id: adminId }, data: { suspendedAt: new Date() } })
  await endAdminSessions(tx, { adminId })
  await recordPlatformAudit(tx, by, { action: 'admin:suspended', detail: { admin: person.name } })
  return ok()
}
