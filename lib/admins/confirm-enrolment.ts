import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PendingAdmin } from '@/lib/auth/admin-actor'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { countPasswordAttempt, forgiveAttempts } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { passSession } from './pass-session'
import { makeRecoveryCodes } from './recovery-codes'
import { spendCode } from './spend-code'

type Given = { code: string; address: string; now: Date }

/**
 * Ends an admin's enrolment with the first code of the app, which is the second factor of this session as well.
 * @returns the recovery codes, shown this once; refusal 'wrong_code', 'code_used', 'too_many', or 'signed_out' when
 * the session ended or somebody else enrolled meanwhile
 */
export async function confirmEnrolment(
  admin: PendingAdmin,
  input: Given,
): Promise<Result<{ codes: string[] }>> {
  const account = `factor:${admin.adminId}`
  const wait = await countPasswordAttempt(account)
  if (wait !== null) return refuseTooMany(wait)
  const enrolled = await asPlatform(tx => enrol(tx, admin, input))
  if (enrolled.ok) await forgiveAttempts(account)
  return enrolled
}

async function enrol(tx: PlatformTx, admin: PendingAdmin, { code, address, now }: Given) {
  const { adminId } = admin
  const spent = await spendCode(tx, { adminId, code, now })
  if (!spent.ok) return spent
  const { count } = await tx.platformAdmin.updateMany({
    where: { id: adminId, factorEnrolledAt: null },
    data: { factorEnrolledAt: now },
  })
  if (count === 0) return refuse('signed_out')
  if (!(await passSession(tx, admin, { method: 'enrolment', address, now })))
    throw new Error('the session ended while its second factor was proved')
  await recordPlatformAudit(tx, admin, { action: 'factor:enrolled' })
  return ok({ codes: await makeRecoveryCodes(tx, adminId) })
}
