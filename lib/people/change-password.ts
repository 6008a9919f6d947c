import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Member } from '@/lib/auth/actor'
import { endSessions } from '@/lib/auth/end-sessions'
import { revokeLinks } from '@/lib/auth/revoke-links'
import { setPassword } from '@/lib/auth/set-password'
import { verifyPassword } from '@/lib/auth/verify-password'
import type { TenantTx } from '@/lib/db/in-tenant'
import { accountKey } from '@/lib/throttle/account-key'
import { countPasswordAttempt, forgiveAttempts } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'

/**
 * Changes one's own password, or sets a first one, and signs all other devices out; links by email end too. Guesses at the current password
 * count like guesses at the door.
 * @returns refusal 'wrong_password', 'weak_password' or 'too_many'
 */
export async function changePassword(
  tx: TenantTx,
  actor: Member,
  input: { current: string; password: string },
): Promise<Result> {
  const { userId } = actor
  const user = await tx.user.findFirst({ where: { id: userId }, select: { passwordHash: true } })
  if (user?.passwordHash) {
    const account = accountKey(actor.tenantId, actor.email)
    const wait = await countPasswordAttempt(account)
    if (wait !== null) return refuseTooMany(wait)
    if (!(await verifyPassword(user.passwordHash, input.current)))
      return refuse('wrong_password', { fields: { current: 'This is not your current password.' } })
    await forgiveAttempts(account)
  }
  const set = await setPassword(tx, { userId, password: input.password })
  if (!set.ok) return set
  await endSessions(tx, actor, { userId, except: actor.sessionId })
  await revokeLinks(tx, userId)
  await recordAudit(tx, actor, {
    action: 'password:set',
    subjectType: 'user',
    subjectId: userId,
    subjectLabel: actor.name,
    after: { method: user?.passwordHash ? 'changed' : 'first' },
  })
  return ok()
}
