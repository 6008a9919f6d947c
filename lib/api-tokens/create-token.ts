import { randomBytes, randomInt } from 'node:crypto'
import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformActor } from '@/lib/auth/admin-actor'
import { hashApiToken } from '@/lib/auth/read-api-token'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { NewToken } from './schema'

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

const randomPrefix = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

/**
 * Makes an API token. It acts in the name of the admin who made it and ends with their role.
 * @returns the token (256 random bits after its prefix), which exists nowhere else
 */
export async function createToken(
  tx: PlatformTx,
  admin: PlatformActor,
  input: NewToken,
  now: Date,
): Promise<Result<{ id: string; token: string }>> {
  const prefix = randomPrefix()
  const token = `ptc_${prefix}_${randomBytes(32).toString('base64url')}`
  const { name, scopes, days } = input
  const { id } = await tx.platformApiToken.create({
    data: {
      name,
      scopes: [...new Set(scopes)],
      prefix,
      tokenHash: hashApiToken(token),
      createdBy: admin.adminId,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    },
    select: { id: true },
  })
  await recordPlatformAudit(tx, admin, {
    action: 'api-token:created',
    detail: { name, prefix, scopes: scopes.join(' '), days },
  })
  return ok({ id, token })
}
