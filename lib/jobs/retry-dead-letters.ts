import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { deadLetters } from './job-names'
import { recordSettled, type Settled } from './record-settled'

/**
 * Puts dead letters back into the queues they came from, with all their tries anew.
 * @returns refusal 'not_found' when none of them is there any more
 */
export async function retryDeadLetters(
  tx: PlatformTx,
  admin: AdminActor,
  input: { ids: string[] },
): ReturnType<typeof recordSettled> {
  const moved = await tx.$queryRaw<Settled[]>`
    with dead as (
      delete from jobs.job d using jobs.queue q
      where d.name = ${deadLetters} and d.state = 'created' and d.id = any(${input.ids}::uuid[]) and q.name = d.source_name
      returning d.id, d.data, d.source_name
    ), revived as (
      insert into jobs.job (name, data, keep_until, expire_seconds, deletion_seconds, retry_limit, retry_delay,
        retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds, group_id)
      select q.name, dead.data, now() + q.retention_seconds * interval '1 second', q.expire_seconds, q.deletion_seconds,
        q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds,
        dead.data ->> 'tenantId'
      from dead join jobs.queue q on q.name = dead.source_name
    )
    select id::text, source_name as queue, data ->> 'tenantId' as "tenantId" from dead`
  return recordSettled(tx, admin, { action: 'job:retried', jobs: moved, asked: input.ids.length })
}
