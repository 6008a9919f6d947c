import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { endAdminSessions } from './end-admin-sessions'

/**
 * Signs an admin out, on one device or all: oneself, or anybody by somebody who manages admins.
 * @returns refusal 'not_found' when nothing was open
 */
export async function signAdminOut(
  tx: PlatformTx,
  by: AdminActor,
  which: { adminId: string; sessionId?: string },
): Promise<Result<{ sessions: number }>> {
  const person = await tx.platformAdmin.findUnique({ where: { id: which.adminId } })
  const sessions = await endAdminSessions(tx, which)
  if (!person || sessions === 0) return refuse('not_found')
  await recordPlatformAudit(tx, by, { action: 'session:ended', detail: { admin: person.name, sessions } })
  return ok({ sessions })
}
