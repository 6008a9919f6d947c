import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { endAdminSessions } from './end-admin-sessions'
import { forgetFactor } from './forget-factor'

/**
 * Takes another admin's second factor away, because it is lost: they are signed out everywhere, and set a new one up
 * after giving their password.
 * @returns refusal 'own_rights', or 'not_found' when there is none
 */
export async function resetFactor(
  tx: PlatformTx,
  by: AdminActor,
  { adminId }: { adminId: string },
): Promise<Result> {
  if (adminId === by.adminId) return refuse('own_rights')
  const person = await tx.platformAdmin.findUnique({ where: { id: adminId, factorSecret: { not: null } } })
  if (!person) return refuse('not_found')
  await forgetFactor(tx, adminId)
  await endAdminSessions(tx, { adminId })
  await recordPlatformAudit(tx, by, { action: 'factor:reset', detail: { admin: person.name } })
  return ok()
}
