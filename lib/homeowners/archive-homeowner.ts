import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { refuseSignIn } from './guests'
import { blockAccess } from './revoke-access'

/** Whether they own a unit today or are to own one, in whichever association, seen by the actor or not. */
async function owns(tx: TenantTx, homeownerId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ owns: boolean }[]>`
    select app.homeowner_owns(${homeownerId}::uuid) as owns`
  return row?.owns ?? false
}

/**
 * Puts a homeowner into the archive and takes away their access to the portal.
 * @returns refusal 'not_found', 'still_owns' while they own a unit or are to own one, or 'not_for_guests' where a
 * sign-in would end
 */
export async function archiveHomeowner(
  tx: TenantTx,
  actor: Actor,
  { homeownerId }: { homeownerId: string },
): Promise<Result<{ homeownerId: string }>> {
  const refused = await refuseSignIn(tx, actor, [homeownerId])
  if (refused) return refused
  // Archived first, so that a transfer under way is waited for and then seen.
  const [archived] = await tx.homeowner.updateManyAndReturn({
    where: { id: homeownerId, status: 'active' },
    data: {
      status: 'archived',
      archivedAt: new Date(),
      archivedBy: actor.kind === 'user' ? actor.userId : null,
    },
    select: { name: true, userId: true },
  })
  if (!archived) return refuse('not_found')
  if (await owns(tx, homeownerId)) return refuse('still_owns')
  if (archived.userId) await blockAccess(tx, actor, archived.userId)
  await recordAudit(tx, actor, {
    action: 'homeowner:archived',
    subjectType: 'homeowner',
    subjectId: homeownerId,
    subjectLabel: archived.name,
  })
  return ok({ homeownerId })
}
