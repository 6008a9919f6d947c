import type { Result } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type Invitation, invitePerson } from './invite-person'
import { type AssociationLimit, limitAssociations } from './limit-associations'

/**
 * Invites a colleague, limited from the start where that is wanted.
 * @returns a refusal of `invitePerson` or `limitAssociations`; then nobody was invited
 */
export async function inviteColleague(
  tx: TenantTx,
  actor: Actor,
  input: Invitation & AssociationLimit,
): Promise<Result<{ userId: string }>> {
  const { scope, associationIds, ...invitation } = input
  const invited = await invitePerson(tx, actor, invitation)
  if (!invited.ok || scope === 'all') return invited
  const limited = await limitAssociations(tx, actor, { userId: invited.value.userId, scope, associationIds })
  return limited.ok ? invited : limited
}
