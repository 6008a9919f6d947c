import { randomBytes } from 'node:crypto'
import type { PendingAdmin } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { openFactorKey, sealFactorKey } from './factor-key'
import { enrolmentUri, toBase32 } from './totp'

const keyBytes = 20

/**
 * Gives an admin who has no authenticator app yet the key for one. Asked again, it is the same key, so that a page
 * loaded twice does not spoil what was scanned.
 * @returns the key in base 32 and the address for the QR code; null when the admin is enrolled already
 */
export async function startEnrolment(
  tx: PlatformTx,
  admin: PendingAdmin,
): Promise<{ key: string; uri: string } | null> {
  const fresh = sealFactorKey(admin.adminId, randomBytes(keyBytes))
  await tx.platformAdmin.updateMany({
    where: { id: admin.adminId, factorSecret: null },
    data: { factorSecret: fresh },
  })
  const row = await tx.platformAdmin.findUniqueOrThrow({ where: { id: admin.adminId } })
  if (row.factorEnrolledAt || !row.factorSecret) return null
  const key = openFactorKey(admin.adminId, row.factorSecret)
  return { key: toBase32(key), uri: enrolmentUri(key, row.email, 'Portico platform') }
}
