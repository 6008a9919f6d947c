import type { PlatformTx } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import type { Meter } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay } from '@/lib/time/month'
import { type DayCount, type Days, facts } from './facts'

/** A figure of one meter and day on its way to the database; the quantity is an integer in decimal digits. */
export type CountedDay = { meter: Meter; day: LocalDate; quantity: string }

export type MeterDays = Days & { meter: Meter }

/** Every day asked for, with zero where nothing was counted. */
function fill({ meter, from, until }: MeterDays, counts: DayCount[]): CountedDay[] {
  const known = new Map(counts.map(({ day, quantity }) => [day, quantity]))
  return eachDay(from, until).map(day => ({ meter, day, quantity: String(known.get(day) ?? 0n) }))
}

/**
 * Counts what one tenant used on certain days from the facts: its own, which only its own context sees, and the
 * platform's.
 */
export async function countFacts(
  tx: PlatformTx,
  tenantId: TenantId,
  wanted: readonly MeterDays[],
): Promise<CountedDay[]> {
  const counted: CountedDay[] = []
  for (const one of wanted) {
    const fact = facts[one.meter]
    if (fact?.where === 'platform') counted.push(...fill(one, await fact.days(tx, tenantId, one)))
  }
  await inTenant({ tenantId, system: 'usage' }, async own => {
    for (const one of wanted) {
      const fact = facts[one.meter]
      if (fact?.where === 'tenant') counted.push(...fill(one, await fact.days(own, one)))
    }
  })
  return counted
}
