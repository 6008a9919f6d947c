import { ok, type Result, refuse } from '@/lib/action/result'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { recordAudit } from '@/lib/audit/record-audit'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import type { SystemActor } from './actor'
import { endSessions } from './end-sessions'
import { revokeLinks } from './revoke-links'
import { setPassword } from './set-password'
import { spendSignInLink } from './spend-sign-in-link'
import { type Device, type SignInMethod, startSession } from './start-session'

type LinkInput = { token: string; password?: string }

const methods = { 'sign-in': 'link', invitation: 'invitation', reset: 'reset' } as const

/**
 * Signs a person in by a one-time link. An invitation may set a first password; a reset must set a new one and ends
 * every other session. A refused password leaves the link unspent.
 * @returns refusal 'link_spent', 'weak_password', 'invalid' or 'too_many'
 */
export async function signInWithLink(
  tenant: DirectoryEntry,
  input: LinkInput,
  device: Device,
): Promise<Result<{ sessionId: string }>> {
  const wait = await countFromAddress('link', device.address)
  if (wait !== null) return refuseTooMany(wait)
  return runInTenant({ tenantId: tenant.id, system: 'sign-in' }, tx =>
    acceptLink(tx, { kind: 'system', tenantId: tenant.id, purpose: 'sign-in' }, input, device),
  )
}

async function acceptLink(tx: TenantTx, actor: SystemActor, input: LinkInput, device: Device) {
  const link = await spendSignInLink(tx, input.token)
  const user = link && (await tx.user.findFirst({ where: { id: link.userId, suspendedAt: null } }))
  if (!link || !user) return refuse('link_spent')
  const method: SignInMethod = methods[link.purpose]
  if (link.purpose !== 'sign-in') {
    const set = await acceptPassword(tx, actor, { userId: user.id, method, password: input.password })
    if (!set.ok) return set
  }
  if (!user.emailVerifiedAt)
    await tx.user.updateMany({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } })
  return ok(await startSession(tx, actor, { user, method, device }))
}

async function acceptPassword(
  tx: TenantTx,
  actor: SystemActor,
  input: { userId: string; method: SignInMethod; password?: string },
): Promise<Result> {
  const { userId, method, password } = input
  if (!password)
    return method === 'reset' ? refuse('invalid', { fields: { password: 'Choose a new password.' } }) : ok()
  const set = await setPassword(tx, { userId, password })
  if (!set.ok) return set
  await revokeLinks(tx, userId)
  if (method === 'reset') await endSessions(tx, actor, { userId })
  await recordAudit(tx, actor, {
    action: 'password:set',
    subjectType: 'user',
    subjectId: userId,
    after: { method },
  })
  return ok()
}
