import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { judgePassword } from '@/lib/auth/judge-password'
import { verifyPassword } from '@/lib/auth/verify-password'
import type { PlatformTx } from '@/lib/db/as-platform'
import { countPasswordAttempt, forgiveAttempts } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { endAdminSessions } from './end-admin-sessions'

/**
 * Changes the admin's own password, and ends their sessions elsewhere.
 * @returns refusal 'wrong_password' or 'weak_password', beside its field, or 'too_many'
 */
export async function changeAdminPassword(
  tx: PlatformTx,
  admin: AdminActor,
  input: { current: string; password: string },
): Promise<Result> {
  const account = `password-change:${admin.adminId}`
  const wait = await countPasswordAttempt(account)
  if (wait !== null) return refuseTooMany(wait)
  const row = await tx.platformAdmin.findUniqueOrThrow({ where: { id: admin.adminId } })
  if (!(await verifyPassword(row.passwordHash, input.current))) {
    const refusal = refuse('wrong_password')
    return { ...refusal, fields: { current: refusal.message } }
  }
  await forgiveAttempts(account)
  const weak = await judgePassword(input.password, [row.name, row.email])
  if (weak) return refuse('weak_password', { fields: { password: weak } })
  const passwordHash = await hashPassword(input.password)
  await tx.platformAdmin.update({ where: { id: row.id }, data: { passwordHash } })
  await endAdminSessions(tx, { adminId: row.id, except: admin.sessionId })
  await recordPlatformAudit(tx, admin, { action: 'password:changed' })
  return ok()
}
