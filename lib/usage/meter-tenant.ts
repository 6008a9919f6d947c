import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { queueMeterEvents } from '@/lib/subscriptions/queue-meter-events'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { type CountedDay, countFacts, type MeterDays } from './count-facts'
import { metersInUse } from './facts'
import { lockUsage } from './lock-usage'
import { rollUp } from './roll-up'

/**
 * Counts what a tenant used from the facts and writes what changed since the last time: every day since then, and the
 * days that were not settled then (a day is, two days after its end). Nothing is written of days that are not yet.
 * What grew goes on its way to Stripe in the same transaction.
 * @param now the database's own clock decides when it is earlier
 * @param options.recountFrom counts settled days anew as well; a figure that was wrong gets a correcting record
 * @returns how many records were written; none when nothing changed
 */
export async function meterTenant(
  tenantId: TenantId,
  now: Date,
  options: { recountFrom?: LocalDate } = {},
): Promise<{ records: number }> {
  return asPlatform(async tx => {
    await lockUsage(tx, tenantId)
    const due = await daysDue(tx, tenantId, now, options.recountFrom ?? null)
    const from = due.map(one => one.from).sort()[0]
    if (!from) return { records: 0 }
    const records = await writeRecords(tx, tenantId, await countFacts(tx, tenantId, due))
    await rollUp(tx, tenantId, from)
    const until =
      due
        .map(one => one.until)
        .sort()
        .at(-1) ?? from
    if (records > 0) await queueMeterEvents(tx, tenantId, from, addDays(until, -1))
    return { records }
  })
}

function daysDue(tx: PlatformTx, tenantId: TenantId, now: Date, recountFrom: LocalDate | null) {
  return tx.$queryRaw<MeterDays[]>`
    select m.meter, d.from::text, (today + 1)::text as until
    from platform.accounts a,
      lateral (select app.utc_day(a.created_at) as first, app.utc_day(least(${now}::timestamptz, clock_timestamp())) as today) c,
      unnest(${metersInUse}::text[]) as m(meter),
      lateral (select max(on_day) as day from platform.usage_records r
        where r.tenant_id = a.tenant_id and r.meter = m.meter and r.on_day <= today) last,
      lateral (select greatest(first, least(coalesce(last.day - 2, first), today - 2, ${recountFrom}::date)) as from) d
    where a.tenant_id = ${tenantId}::uuid and d.from <= today`
}

/** The first record of a day is its figure, each further one the difference from what the earlier ones add up to. */
function writeRecords(tx: PlatformTx, tenantId: TenantId, counted: CountedDay[]): Promise<number> {
  return tx.$executeRaw`
    insert into platform.usage_records (tenant_id, meter, on_day, quantity, key)
    select ${tenantId}::uuid, f.meter, f.day, f.quantity - r.known, 'facts:' || (r.records + 1)
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as f(meter text, day date, quantity bigint),
      lateral (select count(*) as records, coalesce(sum(quantity), 0)::bigint as known from platform.usage_records r
        where r.tenant_id = ${tenantId}::uuid and r.meter = f.meter and r.on_day = f.day) r
    where r.records = 0 or f.quantity <> r.known
    on conflict (tenant_id, meter, on_day, key) do nothing`
}
