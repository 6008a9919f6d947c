import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { graceHours } from './rules'

type Version = { id: string; hints: unknown }
type Credential = { id: string; label: string }

/** Takes a waiting key into use; the one before stays usable for a grace. The caller holds the credential's lock. */
export async function activateVersion(
  tx: TenantTx,
  actor: Actor,
  credential: Credential,
  version: Version,
): Promise<void> {
  const now = new Date()
  const before = await tx.credentialVersion.findFirst({
    where: { credentialId: credential.id, activeFrom: { not: null }, retiresAt: null, retiredAt: null },
    select: { id: true, hints: true },
  })
  if (before) {
    const retiresAt = new Date(now.getTime() + graceHours * 3_600_000)
    await tx.credentialVersion.updateMany({ where: { id: before.id }, data: { retiresAt } })
  }
  const confirmedBy = actor.kind === 'user' ? actor.userId : null
  await tx.credentialVersion.updateMany({
    where: { id: version.id },
    data: { activeFrom: now, confirmedBy },
  })
  await recordAudit(tx, actor, {
    action: 'credential:key-taken-into-use',
    subjectType: 'credential',
    subjectId: credential.id,
    subjectLabel: credential.label,
    ...(before && { before: before.hints ?? {} }),
    after: version.hints ?? {},
  })
}
