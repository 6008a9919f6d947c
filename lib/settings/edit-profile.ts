import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { fingerprint } from './fingerprint'
import { holdSettings, readProfile } from './read-settings'
import { changesBetween } from './rules'
import type { Profile } from './schema'

/**
 * Changes the company's profile; the directory's copy of the name follows by a job.
 * @returns refusal 'conflict' when somebody changed it since it was seen
 */
export async function editProfile(tx: TenantTx, actor: Actor, input: Profile, seen: string): Promise<Result> {
  await holdSettings(tx)
  const last = await readProfile(tx)
  if (seen !== fingerprint(last)) return refuse('conflict')
  const changes = changesBetween(last, input)
  if (!changes) return ok()
  await tx.tenant.updateMany({ data: input })
  await recordAudit(tx, actor, {
    action: 'settings:edited',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    subjectLabel: input.name,
    ...changes,
  })
  if (changes.after.name) await enqueueJob(tx, 'publish-name', {})
  return ok()
}
