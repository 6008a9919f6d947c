import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { createBoss } from './create-boss'
import { deadLetters, type QueueRules, queues, rounds } from './job-names'

// Any number will do, as long as nothing else of this database uses it.
const lock = 7_305_211

// What app.enqueue_job needs, which runs as portico_owner; see sql/0050-jobs.sql.
const grants = `
  grant select on jobs.queue to portico_owner;
  grant select, insert on jobs.job to portico_owner;
`

// The jobs of one company are found without reading everybody's.
const index = `create index if not exists job_tenant on jobs.job ((data ->> 'tenantId'))`

/**
 * Makes or updates the queue's tables and the queues of `job-names.ts`, as portico_platform. Does nothing when all is
 * in place; of two that start at once, one waits for the other.
 */
export async function installJobs({ platformUrl }: { platformUrl: string }): Promise<void> {
  const client = new pg.Client({ connectionString: platformUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const boss = createBoss(platformUrl, { max: 2, supervise: false, schedule: false })
    boss.on('error', () => undefined)
    await boss.start()
    try {
      await client.query(grants)
      await client.query(index)
      await createQueues(boss)
    } finally {
      await boss.stop({ graceful: false })
    }
  } finally {
    await client.end()
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  const keep = { deleteAfterSeconds: 7 * 86_400, retentionSeconds: 30 * 86_400 }
  await ensureQueue(boss, deadLetters, { retryLimit: 0, retentionSeconds: 365 * 86_400 })
  for (const round of Object.keys(rounds))
    await ensureQueue(boss, round, { ...keep, retryLimit: 3, retryDelay: 60, deadLetter: deadLetters })
  for (const [name, rules] of Object.entries(queues)) {
    await ensureQueue(boss, name, { ...keep, ...rules, notify: true, deadLetter: deadLetters })
  }
}

type QueueOptions = Partial<QueueRules> & {
  deleteAfterSeconds?: number
  retentionSeconds: number
  deadLetter?: string
  notify?: boolean
}

async function ensureQueue(boss: PgBoss, name: string, options: QueueOptions): Promise<void> {
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
}
