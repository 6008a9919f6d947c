import { asPlatform } from '@/lib/db/as-platform'

/**
 * Puts a job that has begun back among the waiting ones without counting the try: its worker is stopping, or its
 * tenant must wait.
 * @param afterSeconds how long it waits at least
 */
export async function handBackJob(id: string, afterSeconds = 0): Promise<void> {
  await asPlatform(
    tx => tx.$executeRaw`
      update jobs.job set state = 'retry', started_on = null, heartbeat_on = null,
        start_after = now() + ${afterSeconds} * interval '1 second',
        keep_until = greatest(keep_until, now() + interval '30 days')
      where id = ${id}::uuid and state = 'active'`,
  )
}
