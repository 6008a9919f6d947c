import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PendingAdmin } from '@/lib/auth/admin-actor'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { countPasswordAttempt, forgiveAttempts } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { passSession } from './pass-session'
import { spendRecoveryCode } from './recovery-codes'
import { refuseCode, spendCode } from './spend-code'

type Given = { code: string; address: string; now: Date }

/**
 * Proves an enrolled admin's second factor by a code of the app or a recovery code, and makes the session an admin's.
 * Attempts are counted on the person, whatever the session.
 * @returns refusal 'wrong_code', 'code_used', 'too_many', or 'signed_out' when the session ended meanwhile
 */
export async function passFactor(admin: PendingAdmin, input: Given): Promise<Result> {
  const account = `factor:${admin.adminId}`
  const wait = await countPasswordAttempt(account)
  if (wait !== null) return refuseTooMany(wait)
  const passed = await asPlatform(tx => prove(tx, admin, input))
  if (passed.ok) await forgiveAttempts(account)
  return passed
}

async function prove(tx: PlatformTx, admin: PendingAdmin, { code, address, now }: Given): Promise<Result> {
  const { adminId } = admin
  if (!admin.enrolled) return refuse('signed_out')
  const method = code.length === 6 ? 'code' : 'recovery code'
  if (method === 'code') {
    const spent = await spendCode(tx, { adminId, code, now })
    if (!spent.ok) return spent
  } else if (!(await spendRecoveryCode(tx, { adminId, code, now }))) return refuseCode('wrong_code')
  if (!(await passSession(tx, admin, { method, address, now }))) return refuse('signed_out')
  if (method === 'recovery code') await recordPlatformAudit(tx, admin, { action: 'recovery-code:used' })
  return ok()
}
