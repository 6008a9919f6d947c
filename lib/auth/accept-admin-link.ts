import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { hashPassword } from './hash-password'
import { judgePassword } from './judge-password'
import { peekAdminLink } from './peek-admin-link'
import { startPendingSession } from './start-pending-session'
import type { Device } from './start-session'

type LinkInput = { token: string; password?: string }

/**
 * Takes a platform admin's invitation up with a first password. The session that starts waits for the second factor,
 * like every other. A refused password leaves the link unspent.
 * @returns refusal 'link_spent', 'invalid', 'weak_password' or 'too_many'
 */
export async function acceptAdminLink(
  input: LinkInput,
  device: Device,
): Promise<Result<{ sessionId: string }>> {
  const wait = await countFromAddress('link', device.address)
  if (wait !== null) return refuseTooMany(wait)
  return asPlatform(tx => accept(tx, input, device))
}

async function accept(tx: PlatformTx, { token, password }: LinkInput, device: Device) {
  const link = await peekAdminLink(tx, token)
  if (!link) return refuse('link_spent')
  const { id, name, email } = link.admin
  if (!password) return refuse('invalid', { fields: { password: 'Choose a password.' } })
  const weak = await judgePassword(password, [name, email])
  if (weak) return refuse('weak_password', { fields: { password: weak } })
  const { count } = await tx.platformAdminLink.updateMany({
    where: { id: link.id, usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count === 0) return refuse('link_spent')
  await tx.platformAdmin.update({ where: { id }, data: { passwordHash: await hashPassword(password) } })
  await recordPlatformAudit(tx, { adminId: id }, { action: 'invitation:accepted' })
  return ok(await startPendingSession(tx, id, device))
}
