import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { pendingMinutes } from '@/lib/auth/start-pending-session'
import type { PlatformTx } from '@/lib/db/as-platform'
import { countPasswordAttempt, forgiveAttempts } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { endAdminSessions } from './end-admin-sessions'
import { forgetFactor } from './forget-factor'
import { makeRecoveryCodes } from './recovery-codes'
import { spendCode } from './spend-code'

type Proof = { code: string; now: Date }

/**
 * Lets an admin set up another authenticator app, after a code of the present one: this session waits for the new
 * factor from now on, and the others end.
 * @returns refusal 'wrong_code', 'code_used' or 'too_many'
 */
export async function renewFactor(tx: PlatformTx, admin: AdminActor, proof: Proof): Promise<Result> {
  const { adminId, sessionId } = admin
  const spent = await proveCode(tx, adminId, proof)
  if (!spent.ok) return spent
  await forgetFactor(tx, adminId)
  await endAdminSessions(tx, { adminId, except: sessionId })
  const expiresAt = new Date(proof.now.getTime() + pendingMinutes * 60_000)
  await tx.platformAdminSession.update({
    where: { id: sessionId },
    data: { factorPassedAt: null, expiresAt },
  })
  await recordPlatformAudit(tx, admin, { action: 'factor:replaced' })
  return ok()
}

/**
 * Makes an admin new recovery codes, after a code of the app; the earlier ones are worth nothing any more.
 * @returns the codes, shown this once; refusal 'wrong_code', 'code_used' or 'too_many'
 */
export async function renewRecoveryCodes(
  tx: PlatformTx,
  admin: AdminActor,
  proof: Proof,
): Promise<Result<{ codes: string[] }>> {
  const spent = await proveCode(tx, admin.adminId, proof)
  if (!spent.ok) return spent
  const codes = await makeRecoveryCodes(tx, admin.adminId)
  await recordPlatformAudit(tx, admin, { action: 'recovery-codes:renewed' })
  return ok({ codes })
}

async function proveCode(tx: PlatformTx, adminId: string, proof: Proof): Promise<Result> {
  const account = `factor:${adminId}`
  const wait = await countPasswordAttempt(account)
  if (wait !== null) return refuseTooMany(wait)
  const spent = await spendCode(tx, { adminId, ...proof })
  if (spent.ok) await forgiveAttempts(account)
  return spent
}
