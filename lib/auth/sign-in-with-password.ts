import { ok, type Result, refuse } from '@/lib/action/result'
import { runInTenant } from '@/lib/action/run-in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { accountKey } from '@/lib/throttle/account-key'
import {
  countFromAddress,
  countPasswordAttempt,
  forgiveAddress,
  forgiveAttempts,
} from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import type { SystemActor } from './actor'
import { type Device, startSession } from './start-session'
import { verifyPassword } from './verify-password'

/**
 * Signs a person in by email and password. The password is compared between two short transactions, so that slow
 * hashing never holds a connection; the second looks again whether the account is still what it was.
 * @returns refusal 'wrong_credentials' alike for a wrong password and an unknown email, 'too_many', or, to somebody
 * who knew the password, 'suspended'
 */
export async function signInWithPassword(
  tenant: DirectoryEntry,
  input: { email: string; password: string },
  device: Device,
): Promise<Result<{ sessionId: string }>> {
  const account = accountKey(tenant.id, input.email)
  const wait = (await countFromAddress('password', device.address)) ?? (await countPasswordAttempt(account))
  if (wait !== null) return refuseTooMany(wait)

  const context = { tenantId: tenant.id, system: 'sign-in' }
  const found = await runInTenant(context, async tx =>
    ok(await tx.user.findFirst({ where: { email: input.email } })),
  )
  if (!found.ok) return found
  const user = found.value
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !matches) return refuse('wrong_credentials')
  await Promise.all([forgiveAttempts(account), forgiveAddress('password', device.address)])

  return runInTenant(context, async tx => {
    const still = await tx.user.findFirst({ where: { id: user.id, passwordHash: user.passwordHash } })
    if (!still) return refuse('wrong_credentials')
    if (still.suspendedAt) return refuse('suspended')
    const actor: SystemActor = { kind: 'system', tenantId: tenant.id, purpose: 'sign-in' }
    return ok(await startSession(tx, actor, { user: still, method: 'password', device }))
  })
}
