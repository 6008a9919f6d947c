import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { SystemActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { chooseFeature } from '@/lib/features/choose-feature'
import { holdSettings } from '@/lib/settings/read-settings'
import type { OrganizationChange } from './schema'
import { chosenFeatures } from './settings'

/**
 * Changes what a company's own people see: its name, its color, its features. The company's audit log says that the
 * platform's API did it. A brand that goes by another name than the directory's keeps it unless it is given a new one.
 * @param nameBefore what the directory called the company until now
 * @returns a refusal of `chooseFeature`
 */
export async function changeSettings(
  tx: TenantTx,
  actor: SystemActor,
  { name, settings }: Pick<OrganizationChange, 'name' | 'settings'>,
  nameBefore: string,
): Promise<Result> {
  const { branding, features } = settings ?? {}
  await holdSettings(tx)
  const last = await tx.tenant.findFirstOrThrow({ select: { name: true, accent: true } })
  const next = {
    name: branding?.companyName ?? (last.name === nameBefore && name ? name : last.name),
    accent: branding?.primaryColor ?? last.accent,
  }
  if (next.name !== last.name || next.accent !== last.accent) {
    await tx.tenant.updateMany({ data: next })
    await recordAudit(tx, actor, {
      action: 'branding:edited',
      subjectType: 'tenant',
      subjectId: actor.tenantId,
      subjectLabel: next.name,
      before: last,
      after: next,
    })
  }
  for (const choice of chosenFeatures(features)) {
    const chosen = await chooseFeature(tx, actor, choice)
    if (!chosen.ok) return chosen
  }
  return ok()
}
