import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { refuseSignIn } from './guests'

/**
 * Takes a homeowner out of the archive; portal access taken away then is not given back by itself.
 * @returns refusal 'not_found', also when they are not archived, or 'not_for_guests' for somebody with a sign-in
 */
export async function restoreHomeowner(
  tx: TenantTx,
  actor: Actor,
  { homeownerId }: { homeownerId: string },
): Promise<Result<{ homeownerId: string }>> {
  const refused = await refuseSignIn(tx, actor, [homeownerId])
  if (refused) return refused
  const [restored] = await tx.homeowner.updateManyAndReturn({
    where: { id: homeownerId, status: 'archived' },
    data: { status: 'active', archivedAt: null, archivedBy: null },
    select: { name: true },
  })
  if (!restored) return refuse('not_found')
  await recordAudit(tx, actor, {
    action: 'homeowner:restored',
    subjectType: 'homeowner',
    subjectId: homeownerId,
    subjectLabel: restored.name,
  })
  return ok({ homeownerId })
}
