import { type Refusal, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

const isGuest = (actor: Actor) => actor.kind === 'user' && actor.guest !== null

/** Refuses a guest an email address, to which the next invitation would go; null for everybody else. The database refuses too. */
export function refuseAddress(actor: Actor): Refusal | null {
  const email = 'A guest gives nobody an address that invitations would go to.'
  return isGuest(actor) ? refuse('not_for_guests', { fields: { email } }) : null
}

/**
 * Refuses a guest to archive or restore people who sign in, or to change what they own; null for everybody else. The
 * database refuses too.
 */
export async function refuseSignIn(
  tx: TenantTx,
  actor: Actor,
  homeownerIds: readonly string[],
): Promise<Refusal | null> {
  if (!isGuest(actor)) return null
  const signsIn = await tx.homeowner.count({
    where: { id: { in: [...homeownerIds] }, userId: { not: null } },
  })
  return signsIn > 0 ? refuse('not_for_guests') : null
}
