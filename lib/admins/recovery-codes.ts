import { createHash, randomBytes } from 'node:crypto'
import type { PlatformTx } from '@/lib/db/as-platform'
import { toBase32 } from './totp'

const count = 10

const hashCode = (code: string) => createHash('sha256').update(code.replaceAll('-', '')).digest('hex')

const freshCode = () =>
  toBase32(randomBytes(8))
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-')

/**
 * Makes ten recovery codes for an admin; earlier ones are worth nothing any more.
 * @returns the codes (60 random bits each), which exist nowhere else
 */
export async function makeRecoveryCodes(tx: PlatformTx, adminId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, freshCode)
  await tx.platformAdminRecoveryCode.deleteMany({ where: { adminId } })
  await tx.platformAdminRecoveryCode.createMany({
    data: codes.map(code => ({ adminId, codeHash: hashCode(code) })),
  })
  return codes
}

/** Spends a recovery code; false when it is unknown or spent already, also for all but one of those who try at once. */
export async function spendRecoveryCode(
  tx: PlatformTx,
  input: { adminId: string; code: string; now: Date },
): Promise<boolean> {
  const { adminId, code, now } = input
  const { count: spent } = await tx.platformAdminRecoveryCode.updateMany({
    where: { adminId, codeHash: hashCode(code), usedAt: null },
    data: { usedAt: now },
  })
  return spent === 1
}
