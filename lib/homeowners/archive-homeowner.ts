import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { blockAccess } from './revoke-access'

/** Whether the homeowner owns a unit today, by the date at its association, or will own one. */
async function owns(tx: TenantTx, homeownerId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ owns: boolean }[]>`
    select exists (
      select 1 from app.ownerships o
      join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
      join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
      where o.homeowner_id = ${homeownerId}::uuid
        and (o.ends_on is null or o.ends_on > (now() at time zone a.zone)::date)) as owns`
  return row?.owns ?? false
}

/**
 * Puts a homeowner into the archive and takes away their access to the portal.
 * @returns refusal 'not_found', or 'still_owns' while they own a unit or are to own one
 */
export async function archiveHomeowner(
  tx: TenantTx,
  actor: Actor,
  { homeownerId }: { homeownerId: string },
): Promise<Result<{ homeownerId: string }>> {
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
