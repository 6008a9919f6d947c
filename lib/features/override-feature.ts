import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { type LocalDate, toDbDate } from '@/lib/time/local-date'
import { liftOverride } from './lift-override'
import type { FeatureId } from './registry'

export type Override = {
  tenantId: string
  feature: FeatureId
  effect: 'grant' | 'deny'
  reason: string
  /** The first UTC day on which it no longer holds; null: until it is lifted. */
  untilOn: string | null
}

/**
 * Grants a company a feature that its plans do not include, or denies it one that they do; replaces what was decided
 * before.
 * @param today the UTC day
 * @returns refusal 'not_found', or 'invalid' for a day that is not to come
 */
export async function overrideFeature(
  tx: PlatformTx,
  admin: Pick<AdminActor, 'adminId'>,
  input: Override,
  today: LocalDate,
): Promise<Result> {
  const { tenantId, feature, effect, reason, untilOn } = input
  if (untilOn !== null && untilOn <= today)
    return refuse('invalid', { fields: { untilOn: 'Choose a day that is still to come.' } })
  const tenant = await tx.platformTenant.findUnique({ where: { id: tenantId }, select: { id: true } })
  if (!tenant) return refuse('not_found')
  await liftOverride(tx, admin, { tenantId, feature })
  await tx.platformFeatureOverride.createMany({
    data: [
      {
        tenantId,
        feature,
        effect,
        reason,
        untilOn: untilOn === null ? null : toDbDate(untilOn as LocalDate),
        createdBy: admin.adminId,
      },
    ],
  })
  await recordPlatformAudit(tx, admin, {
    action: effect === 'grant' ? 'feature:granted' : 'feature:denied',
    tenantId,
    detail: { feature, reason, until: untilOn },
  })
  return ok()
}
