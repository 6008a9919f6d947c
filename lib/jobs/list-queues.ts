import type { PlatformTx } from '@/lib/db/as-platform'
import { deadLetters, rounds } from './job-names'

export type QueueState = {
  name: string
  waiting: number
  retrying: number
  active: number
  /** Finished, or spent, within the last day. */
  completed: number
  failed: number
  /** When the job that has been due the longest became due. */
  dueSince: Date | null
}

/** Says how each queue stands. */
export function listQueues(tx: PlatformTx): Promise<QueueState[]> {
  return tx.$queryRaw<QueueState[]>`
    select q.name,
      count(*) filter (where j.state = 'created')::int as waiting,
      count(*) filter (where j.state = 'retry')::int as retrying,
      count(*) filter (where j.state = 'active')::int as active,
      count(*) filter (where j.state = 'completed' and j.completed_on > now() - interval '1 day')::int as completed,
      count(*) filter (where j.state = 'failed' and j.completed_on > now() - interval '1 day')::int as failed,
      min(j.start_after) filter (where j.state in ('created', 'retry') and j.start_after <= now()) as "dueSince"
    from jobs.queue q left join jobs.job j on j.name = q.name
    where q.name <> ${deadLetters} and not starts_with(q.name, '__')
    group by q.name order by q.name = any(${Object.keys(rounds)}), q.name`
}
