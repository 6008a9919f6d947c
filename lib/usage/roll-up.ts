import type { PlatformTx } from '@/lib/db/as-platform'
import type { LocalDate } from '@/lib/time/local-date'

/** Adds a tenant's records from a day on up to days and months; done again, it comes to the same figures. */
export async function rollUp(tx: PlatformTx, tenantId: string, from: LocalDate): Promise<void> {
  await tx.$executeRaw`
    insert into platform.usage_days as d (tenant_id, meter, on_day, quantity)
    select tenant_id, meter, on_day, sum(quantity) from platform.usage_records
    where tenant_id = ${tenantId}::uuid and on_day >= ${from}::date group by 1, 2, 3
    on conflict (tenant_id, meter, on_day) do update set quantity = excluded.quantity, rolled_up_at = now()
      where d.quantity <> excluded.quantity`
  await tx.$executeRaw`
    insert into platform.usage_months as m (tenant_id, meter, month_on, quantity, days)
    select tenant_id, meter, date_trunc('month', on_day::timestamp)::date, sum(quantity), count(*)
    from platform.usage_days
    where tenant_id = ${tenantId}::uuid and on_day >= date_trunc('month', ${from}::date::timestamp)::date group by 1, 2, 3
    on conflict (tenant_id, meter, month_on) do update set quantity = excluded.quantity, days = excluded.days,
      rolled_up_at = now() where (m.quantity, m.days) <> (excluded.quantity, excluded.days)`
}
