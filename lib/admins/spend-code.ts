import { ok, type Result, refuse } from '@/lib/action/result'
import type { PlatformTx } from '@/lib/db/as-platform'
import { openFactorKey, rewrapFactorKey } from './factor-key'
import { matchCode } from './totp'

/**
 * Spends a code of an admin's authenticator app: no code is good twice, not even for two who send it at once.
 * @returns refusal 'wrong_code' or 'code_used'
 */
export async function spendCode(
  tx: PlatformTx,
  input: { adminId: string; code: string; now: Date },
): Promise<Result> {
  const { adminId, code, now } = input
  const row = await tx.platformAdmin.findUnique({ where: { id: adminId }, select: { factorSecret: true } })
  const step = row?.factorSecret ? matchCode(openFactorKey(adminId, row.factorSecret), code, now) : null
  if (step === null) return refuseCode('wrong_code')
  // A key that an earlier master key still wraps is wrapped anew while it is in hand.
  const rewrapped = row?.factorSecret && rewrapFactorKey(adminId, row.factorSecret)
  const { count } = await tx.platformAdmin.updateMany({
    where: {
      id: adminId,
      factorSecret: row?.factorSecret,
      OR: [{ factorStep: null }, { factorStep: { lt: step } }],
    },
    data: { factorStep: step, ...(rewrapped && { factorSecret: rewrapped }) },
  })
  return count === 1 ? ok() : refuseCode('code_used')
}

/** Refuses a code, beside its field. */
export function refuseCode(reason: 'wrong_code' | 'code_used') {
  const refusal = refuse(reason)
  return { ...refusal, fields: { code: refusal.message } }
}
