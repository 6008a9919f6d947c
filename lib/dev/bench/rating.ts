import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { projectRoot } from '@/lib/dev/paths'
import { workerMemory } from '@/lib/dev/process-memory'
import type { Figure } from './measure'

const run = promisify(execFile)
const most = { nightSeconds: 60, ratingSeconds: 60, peakMb: 300 }

type Timed<T> = { seconds: number; result: T }
type Taken = {
  caughtUp: Timed<{ tenants: number; records: number }>
  night: Timed<{ records: number; differences: number }>
  rated: Timed<{ companies: number; totalMinor: string }>
  peakMb: number
}

/**
 * Companies as they are before their first metering, with us since the first day of the last month, when each has put
 * up ten files and sent 60 emails and 12 texts, spread over the month.
 */
const reset = `
  delete from platform.usage_records; delete from platform.usage_days; delete from platform.usage_months;
  delete from platform.differences; delete from platform.meter_events;
  update platform.accounts set created_at = least(created_at, date_trunc('month', now() - interval '1 month'));
  set session_replication_role = replica;
  delete from app.messages where key like 'bench %';
  insert into app.messages (tenant_id, channel, template, recipient, subject, data, key, status, sent_at)
    select t.tenant_id, case when n <= 60 then 'email' else 'sms' end, 'bench', 'bench@scale.example', 'Bench', '{}',
      'bench ' || n, 'sent', date_trunc('month', now() - interval '1 month') + n * interval '9 hours'
    from app.tenants t, generate_series(1, 72) n;
  delete from app.files where name like 'bench %';
  insert into app.files (tenant_id, purpose, name, media_type, size_bytes, completed_at)
    select t.tenant_id, 'document', 'bench ' || n, 'application/pdf', n * 40000000,
      date_trunc('month', now() - interval '1 month') + n * interval '2 days'
    from app.tenants t, generate_series(1, 10) n;
  delete from app.usage_changes;
  insert into app.usage_changes (tenant_id, meter, on_day, change)
    select tenant_id, 'storage-bytes', app.utc_day(completed_at), sum(size_bytes) from app.files
    where completed_at is not null group by 1, 3;
  insert into app.usage_changes (tenant_id, meter, on_day, change)
    select tenant_id, 'homeowners', current_date - 90, count(*) from app.homeowners where archived_at is null group by 1;
  insert into app.usage_changes (tenant_id, meter, on_day, change)
    select tenant_id, 'users', current_date - 90, count(*) from app.users
    where app.counts_as_user(role, suspended_at) group by 1;
  reset session_replication_role;
  vacuum analyze platform.usage_records, platform.usage_days, app.usage_changes, app.messages, app.files`

/** (g) A night's metering and a month's rating of every company, by a process like the worker: seconds, peak memory. */
export async function benchRating(adminUrl: string): Promise<Figure[]> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    for (const statement of reset.split(';\n')) await admin.query(statement)
    const { rows } = await admin.query<{ count: number }>('select count(*)::int from app.homeowners')
    const args = [...workerMemory, '--import', 'tsx', 'lib/dev/bench/meter-once.ts']
    const { stdout } = await run(process.execPath, args, { cwd: projectRoot, maxBuffer: 1 << 24 })
    return figures(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Taken, rows[0]?.count ?? 0)
  } finally {
    await admin.end()
  }
}

const seconds = (value: number) => `${value.toFixed(1)} s`

function figures({ caughtUp, night, rated, peakMb }: Taken, homeowners: number): Figure[] {
  const told = `${rated.result.companies} companies, ${homeowners.toLocaleString('en-US')} homeowners, storage, emails and texts`
  return [
    {
      what: `(g) metering never done before, since the last month began: ${caughtUp.result.records.toLocaleString('en-US')} records`,
      p50: seconds(caughtUp.seconds),
      p99: '',
    },
    {
      what: `(g) a night: metering and comparison with the facts, ${told}`,
      p50: seconds(night.seconds),
      p99: '',
      bound: `< ${most.nightSeconds} s, no difference`,
      held: night.seconds < most.nightSeconds && night.result.differences === 0,
    },
    {
      what: `(g) monthly rating, ${told}`,
      p50: seconds(rated.seconds),
      p99: '',
      bound: `< ${most.ratingSeconds} s`,
      held: rated.seconds < most.ratingSeconds && BigInt(rated.result.totalMinor) > 0n,
    },
    {
      what: '(g) peak memory of both',
      p50: `${Math.round(peakMb)} MB`,
      p99: '',
      bound: `< ${most.peakMb} MB`,
      held: peakMb < most.peakMb,
    },
  ]
}
