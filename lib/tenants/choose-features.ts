import { recordAudit } from '@/lib/audit/record-audit'
import type { SystemActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { FeatureId } from '@/lib/features/registry'

export type FeatureChoice = { feature: FeatureId; on: boolean }

/** Switches features of a company on or off for whoever made it; what stays as it was is not recorded. */
export async function chooseFeatures(
  tx: TenantTx,
  actor: SystemActor,
  choices: readonly FeatureChoice[],
): Promise<void> {
  const before: Record<string, boolean | null> = {}
  const after: Record<string, boolean> = {}
  const { tenantId } = actor
  for (const { feature, on } of choices) {
    const known = await tx.featureChoice.findFirst({ where: { feature } })
    if (known?.isOn === on) continue
    const where = { tenantId_feature: { tenantId, feature } }
    if (known)
      await tx.featureChoice.update({ where, data: { isOn: on, chosenAt: new Date(), chosenBy: null } })
    else await tx.featureChoice.createMany({ data: [{ feature, isOn: on }] })
    before[feature] = known?.isOn ?? null
    after[feature] = on
  }
  if (Object.keys(after).length === 0) return
  await recordAudit(tx, actor, {
    action: 'features:chosen',
    subjectType: 'tenant',
    subjectId: tenantId,
    before,
    after,
  })
}
