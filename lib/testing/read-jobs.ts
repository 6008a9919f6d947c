import { asPlatform } from '@/lib/db/as-platform'

export type QueuedJob = {
  id: string
  name: string
  state: string
  data: Record<string, unknown>
  retryCount: number
  startAfter: Date
  sourceName: string | null
}

/** Every job of the queue, oldest first, for tests. */
export function readJobs(): Promise<QueuedJob[]> {
  return asPlatform(
    tx => tx.$queryRaw<QueuedJob[]>`
      select id::text, name, state::text, data, retry_count as "retryCount", start_after as "startAfter",
        source_name as "sourceName"
      from jobs.job where not starts_with(name, '__') order by created_on`,
  )
}
