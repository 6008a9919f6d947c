import { inTenant } from '@/lib/db/in-tenant'
import { scheduleDueChecks } from '@/lib/domains/schedule-due-checks'
import type { Job } from '@/lib/jobs/job-names'
import { log } from '@/lib/log/log'

/**
 * Removes what one tenant has no more use for: uploads abandoned a day ago, sessions and one-time links that ended a
 * month ago, links inside messages that were never sent.
 */
export async function sweepTenant({ tenantId }: Job<'sweep'>): Promise<void> {
  const removed = await inTenant({ tenantId, system: 'sweep' }, async tx => ({
    chunks: await tx.$executeRaw`
      delete from app.file_chunks c using app.files f
      where f.tenant_id = c.tenant_id and f.id = c.file_id
        and f.completed_at is null and f.created_at < now() - interval '1 day'`,
    files: await tx.$executeRaw`
      delete from app.files f where f.completed_at is null and f.created_at < now() - interval '1 day'
        and not exists (select 1 from app.imports i where i.tenant_id = f.tenant_id and i.file_id = f.id)`,
    sessions: await tx.$executeRaw`
      delete from app.sessions where coalesce(revoked_at, expires_at) < now() - interval '30 days'`,
    links: await tx.$executeRaw`
      delete from app.sign_in_links where coalesce(used_at, revoked_at, expires_at) < now() - interval '30 days'`,
    secrets: await tx.$executeRaw`
      with gone as (delete from app.message_secrets s using app.messages m
        where m.tenant_id = s.tenant_id and m.id = s.message_id and m.created_at < now() - interval '30 days'
        returning s.message_id)
      update app.messages set error = coalesce(error, 'Never sent.'),
        status = case status when 'uncertain' then status else 'failed' end,
        failed_at = case status when 'uncertain' then failed_at else coalesce(failed_at, now()) end
      where id in (select message_id from gone)`,
  }))
  await inTenant({ tenantId, system: 'sweep' }, tx => scheduleDueChecks(tx, new Date()))
  log().info({ tenantId, ...removed }, 'swept')
}
