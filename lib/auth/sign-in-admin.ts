import { ok, type Result, refuse } from '@/lib/action/result'
import { asPlatform } from '@/lib/db/as-platform'
import { accountKey } from '@/lib/throttle/account-key'
import {
  countFromAddress,
  countPasswordAttempt,
  forgiveAddress,
  forgiveAttempts,
} from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { startPendingSession } from './start-pending-session'
import type { Device } from './start-session'
import { verifyPassword } from './verify-password'

/**
 * Proves a platform admin's password. The session that starts is worth nothing yet: the second factor makes it one.
 * @returns refusal 'wrong_credentials', 'too_many' or, to somebody who knew the password, 'suspended'
 */
export async function signInAdmin(
  input: { email: string; password: string },
  device: Device,
): Promise<Result<{ sessionId: string }>> {
  const account = accountKey('admin', input.email)
  const wait = (await countFromAddress('admin', device.address)) ?? (await countPasswordAttempt(account))
  if (wait !== null) return refuseTooMany(wait)

  const admin = await asPlatform(tx => tx.platformAdmin.findUnique({ where: { email: input.email } }))
  const matches = await verifyPassword(admin?.passwordHash ?? null, input.password)
  if (!admin || !matches) return refuse('wrong_credentials')
  await Promise.all([forgiveAttempts(account), forgiveAddress('admin', device.address)])
  if (admin.suspendedAt) return refuse('suspended')

  return ok(await asPlatform(tx => startPendingSession(tx, admin.id, device)))
}
