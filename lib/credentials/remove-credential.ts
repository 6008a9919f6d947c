import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'

/** Takes a credential and all its keys out of use at once; a job erases the secrets. Its access log stays. */
export async function removeCredential(
  tx: TenantTx,
  actor: UserActor,
  { credentialId }: { credentialId: string },
): Promise<Result> {
  const where = { id: credentialId, removedAt: null }
  const now = new Date()
  const { count } = await tx.credential.updateMany({
    where,
    data: { removedAt: now, removedBy: actor.userId },
  })
  if (count === 0) return refuse('not_found')
  const { label } = await tx.credential.findFirstOrThrow({ where: { id: credentialId } })
  const last = await tx.credentialVersion.findFirst({
    where: { credentialId, retiredAt: null },
    orderBy: { number: 'desc' },
  })
  await tx.credentialVersion.updateMany({
    where: { credentialId, retiredAt: null },
    data: { retiredAt: now },
  })
  await recordAudit(tx, actor, {
    action: 'credential:removed',
    subjectType: 'credential',
    subjectId: credentialId,
    subjectLabel: label,
    before: last?.hints ?? {},
  })
  await enqueueJob(tx, 'tend-credentials', {}, { key: 'tend' })
  return ok()
}
