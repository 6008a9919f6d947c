import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { hashPassword } from './hash-password'
import { judgePassword } from './judge-password'

/**
 * Gives a person a new password, if it is hard enough to guess for somebody who knows the person and the company.
 * @returns refusal 'weak_password' with the sentence for the field `password`
 */
export async function setPassword(
  tx: TenantTx,
  input: { userId: string; password: string },
): Promise<Result> {
  const [user, company] = await Promise.all([
    tx.user.findFirst({ where: { id: input.userId }, select: { name: true, email: true } }),
    tx.tenant.findFirst({ select: { name: true } }),
  ])
  if (!user) return refuse('not_found')
  const weak = await judgePassword(input.password, [user.name, user.email, company?.name ?? ''])
  if (weak) return refuse('weak_password', { fields: { password: weak } })
  const passwordHash = await hashPassword(input.password)
  await tx.user.updateMany({ where: { id: input.userId }, data: { passwordHash } })
  return ok()
}
