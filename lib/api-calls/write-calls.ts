import { asPlatform } from '@/lib/db/as-platform'
import type { CallCount } from './count-call'

/** Writes totals of counters, all tenants in one statement; a total only grows, so that none can count twice. */
export async function writeCalls(counts: readonly CallCount[]): Promise<void> {
  await asPlatform(
    tx => tx.$executeRaw`
      insert into platform.api_calls as c (tenant_id, on_day, counter_id, calls)
      select a.tenant_id, n.day, n."counterId", n.calls
      from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as n("counterId" uuid, "tenantId" uuid, day date, calls bigint)
        join platform.accounts a on a.tenant_id = n."tenantId"
      on conflict (tenant_id, on_day, counter_id) do update set calls = greatest(c.calls, excluded.calls)`,
  )
}
