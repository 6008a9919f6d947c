import type { Result } from '@/lib/action/result'
import { ok, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { fromDbDate } from '@/lib/time/local-date'
import type { FeatureId } from './registry'

/**
 * Ends what an admin decided about a company's feature, so that its plans decide again.
 * @returns refusal 'not_found' when nothing was decided
 */
export async function liftOverride(
  tx: PlatformTx,
  admin: Pick<AdminActor, 'adminId'>,
  input: { tenantId: string; feature: FeatureId },
): Promise<Result> {
  const { tenantId, feature } = input
  const [lifted] = await tx.platformFeatureOverride.updateManyAndReturn({
    where: { tenantId, feature, liftedAt: null },
    data: { liftedAt: new Date(), liftedBy: admin.adminId },
    select: { effect: true, reason: true, untilOn: true },
  })
  if (!lifted) return refuse('not_found')
  const { effect, reason, untilOn } = lifted
  const detail = { feature, effect, reason, until: untilOn && fromDbDate(untilOn) }
  await recordPlatformAudit(tx, admin, { action: 'feature:override-lifted', tenantId, detail })
  return ok()
}
