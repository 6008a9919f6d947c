import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { lockVersion } from './lock-credential'

/**
 * Gives up a key that was entered and never used; the one in use stays.
 * @returns refusal 'not_found', 'wrong_state' when it is in use by now
 */
export async function discardKey(
  tx: TenantTx,
  actor: UserActor,
  { versionId }: { versionId: string },
): Promise<Result> {
  const found = await lockVersion(tx, versionId)
  if (!found) return refuse('not_found')
  const { credential, version } = found
  if (version.activeFrom) return refuse('wrong_state', { params: { why: 'this key is in use' } })
  await tx.credentialVersion.updateMany({ where: { id: versionId }, data: { retiredAt: new Date() } })
  await recordAudit(tx, actor, {
    action: 'credential:key-discarded',
    subjectType: 'credential',
    subjectId: credential.id,
    subjectLabel: credential.label,
    before: version.hints ?? {},
  })
  await enqueueJob(tx, 'tend-credentials', {}, { key: 'tend' })
  return ok()
}
