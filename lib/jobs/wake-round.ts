import type { PlatformTx } from '@/lib/db/as-platform'
import type { RoundName } from './job-names'

/** Has one of the platform's own rounds done soon rather than when it is due, once this transaction commits. */
export async function wakeRound(tx: PlatformTx, name: RoundName): Promise<void> {
  await tx.$executeRaw`
    insert into jobs.job (name, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff,
      retry_delay_max, policy, dead_letter, heartbeat_seconds)
    select q.name, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second',
      q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, 'standard', q.dead_letter, q.heartbeat_seconds
    from jobs.queue q where q.name = ${name}`
}
