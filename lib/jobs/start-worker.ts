import { setTimeout as sleep } from 'node:timers/promises'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { log } from '@/lib/log/log'
import { createBoss } from './create-boss'
import { type JobHandler, type JobHandlers, type JobName, type RoundName, rounds } from './job-names'
import { runJob } from './run-job'

export type RunningWorker = {
  /** Takes no new jobs, lets the running ones finish or save their place within the grace, and ends. */
  stop(): Promise<void>
}

export type WorkerOptions = {
  platformUrl: string
  handlers: Partial<JobHandlers>
  /** What the platform's own rounds do, beside the jobs of tenants. */
  rounds?: Record<RoundName, (boss: PgBoss) => Promise<void>>
  /** How often to look for jobs whose worker died. */
  superviseSeconds?: number
  pollSeconds?: number
  graceMs?: number
}

/** Jobs of one kind that run at once in a worker: sending waits for the network, imports use the processor. */
const concurrency: Partial<Record<JobName, number>> = { 'send-message': 4, 'test-credential': 2 }

/**
 * How many of them may be of one company: one fewer, so that a company whose own mail server takes its time leaves room
 * for the others' emails.
 */
const ofOneCompany = (name: JobName) => {
  const all = concurrency[name] ?? 1
  return all > 1 ? { localGroupConcurrency: all - 1 } : {}
}

/** Starts a worker: takes jobs from the queue as they come, of all tenants, and runs each inside its own. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { superviseSeconds = 15, pollSeconds = 2, graceMs = 20_000 } = options
  const boss = createBoss(options.platformUrl, {
    max: 6,
    migrate: false,
    useListenNotify: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    schedule: options.rounds !== undefined,
  })
  // The driver hangs its whole connection on some errors: only the sentence is logged.
  boss.on('error', ({ message }) => log().error({ message }, 'job queue'))
  boss.on('warning', ({ message }) => log().warn({ message }, 'job queue'))
  await boss.start()
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const poll = { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: Math.max(pollSeconds, 5) }
  for (const [name, handler] of Object.entries(options.handlers) as [JobName, JobHandler<JobName>][]) {
    await boss.work(
      name,
      { ...poll, localConcurrency: concurrency[name] ?? 1, ...ofOneCompany(name), includeMetadata: true },
      async ([job]: JobWithMetadata<object>[]) => {
        if (!job) return
        const work = runJob(job, handler, stopping.signal)
        running.add(work)
        await work.finally(() => running.delete(work))
      },
    )
  }
  for (const [name, run] of Object.entries(options.rounds ?? {}) as [
    RoundName,
    (boss: PgBoss) => Promise<void>,
  ][]) {
    await boss.schedule(name, rounds[name])
    await boss.work(name, () => run(boss))
  }
  log().info({ queues: Object.keys(options.handlers) }, 'worker started')
  return { stop: () => stopWorker(boss, stopping, running, graceMs) }
}

async function stopWorker(
  boss: PgBoss,
  stopping: AbortController,
  running: Set<Promise<void>>,
  graceMs: number,
): Promise<void> {
  const ended = boss.stop({ graceful: true, timeout: graceMs })
  // Short jobs end by themselves; whatever is still at it after half the grace is asked to save its place.
  await Promise.race([Promise.allSettled(running), sleep(graceMs / 2)])
  stopping.abort()
  await ended
  log().info('worker stopped')
}
