import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { changesBetween } from './rules'
import type { Profile } from './schema'

/** Changes the company's profile; the directory's copy of the name follows by a job. */
export async function editProfile(tx: TenantTx, actor: Actor, input: Profile): Promise<Result> {
  const { name, supportEmail, supportPhone, locale, zone, currency } = await tx.tenant.findFirstOrThrow()
  const changes = changesBetween({ name, supportEmail, supportPhone, locale, zone, currency }, input)
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
