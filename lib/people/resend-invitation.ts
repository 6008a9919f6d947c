import { type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { invitePerson } from './invite-person'

/**
 * Mails an invitation that was not taken up once more; the earlier link ends.
 * @returns refusal 'not_found', or one of `invitePerson`
 */
export async function resendInvitation(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string },
): Promise<Result<{ userId: string; messageId: string }>> {
  const user = await tx.user.findFirst({
    where: { id: input.userId },
    select: { email: true, name: true, role: true, phone: true },
  })
  if (!user) return refuse('not_found')
  const { email, name, role, phone } = user
  return invitePerson(tx, actor, { email, name, role: role as Role, phone })
}
