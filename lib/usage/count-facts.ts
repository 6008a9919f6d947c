import type { PlatformTx } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { joinSql, type Reader, sql } from '@/lib/db/sql'
import type { Meter } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { type Days, facts } from './facts'

/** A figure of one meter and day on its way to the database; the quantity is an integer in decimal digits. */
export type CountedDay = { meter: Meter; day: LocalDate; quantity: string }

export type MeterDays = Days & { meter: Meter }

/**
 * Counts what one tenant used on certain days from the facts: its own, which only its own context sees, and the
 * platform's. One statement for each of the two; every day asked for is there, with zero where nothing was counted.
 */
export async function countFacts(
  tx: PlatformTx,
  tenantId: TenantId,
  wanted: readonly MeterDays[],
): Promise<CountedDay[]> {
  const within = (where: 'tenant' | 'platform') => wanted.filter(({ meter }) => facts[meter]?.where === where)
  const platforms = await read(tx, tenantId, within('platform'))
  const own = within('tenant')
  const tenants = await inTenant({ tenantId, system: 'usage' }, tenantTx => read(tenantTx, tenantId, own))
  const counted = new Map([...platforms, ...tenants].map(row => [`${row.meter} ${row.day}`, row.quantity]))
  return wanted.flatMap(({ meter, from, until }) =>
    eachDay(from, until).map(day => ({ meter, day, quantity: counted.get(`${meter} ${day}`) ?? '0' })),
  )
}

async function read(tx: Reader, tenantId: TenantId, wanted: readonly MeterDays[]): Promise<CountedDay[]> {
  const parts = wanted.flatMap(({ meter, ...days }) => {
    const fact = facts[meter]
    return fact
      ? [sql`select ${meter}::text as meter, day::text, quantity::text from (${fact.days(days, tenantId)}) d`]
      : []
  })
  return parts.length > 0 ? tx.$queryRaw<CountedDay[]>`${joinSql(parts, ' union all ')}` : []
}
