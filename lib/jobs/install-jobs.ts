import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { createBoss } from './create-boss'
import { deadLetters, type QueueRules, queues, rounds } from './job-names'

// Any number will do, as long as nothing else of this database uses it.
const lock = 7_305_211

// Rows only, and the function with which pg-boss names a queue of its own at each start. Whoever owns a table may hang
// triggers and defaults on it, and those would run inside tenants' own transactions, which enqueue; so the role of the
// workers owns nothing here. What stands in `bam`, the next installation does as the owner; which version is installed
// decides what it puts there.
const grants = `
  grant select, insert, update, delete on all tables in schema jobs to portico_platform;
  revoke insert, update, delete on jobs.bam, jobs.version from portico_platform;
  grant update (cron_on, flow_on, reindex_on, monitor_backoff_on) on jobs.version to portico_platform;
  grant usage on all sequences in schema jobs to portico_platform;
  grant execute on function jobs.create_queue(text, jsonb) to portico_platform;
`

// The installation writes the names of queues' own tables into its commands as they are. Ours have none.
const commonTable = `
  do $$ begin
    if not exists (select from pg_constraint where conrelid = 'jobs.queue'::regclass and conname = 'queue_common_table') then
      alter table jobs.queue add constraint queue_common_table check (not partition and table_name = 'job_common');
    end if;
  end $$`

// The jobs of one company are found without reading everybody's.
const index = `create index if not exists job_tenant on jobs.job ((data ->> 'tenantId'))`

/** The administrator's connection, working as portico_owner from its first statement on. */
function asOwner(adminUrl: string): string {
  const url = new URL(adminUrl)
  const options = [url.searchParams.get('options'), '-c role=portico_owner'].filter(Boolean).join(' ')
  url.searchParams.set('options', options)
  return url.href
}

/**
 * Makes or updates the queue's tables and the queues of `job-names.ts`, as portico_owner. Does nothing when all is
 * in place; of two that start at once, one waits for the other.
 * @param urls.adminUrl of the administrator who migrates
 */
export async function installJobs(urls: { adminUrl: string }): Promise<void> {
  const ownerUrl = asOwner(urls.adminUrl)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const boss = createBoss(ownerUrl, { max: 2, supervise: false, schedule: false })
    boss.on('error', () => undefined)
    await boss.start()
    try {
      await client.query(index)
      await client.query(commonTable)
      await createQueues(boss)
      await client.query(grants)
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
