import type { PlatformTx } from '@/lib/db/as-platform'
import { type Meter, meterNames } from '@/lib/plans/plan'
import type { DayUsage } from '@/lib/rating/invoice'
import { fromDbDate, type LocalDate, toDbDate } from '@/lib/time/local-date'

const isMeter = (name: string): name is Meter => meterNames.some(meter => meter === name)

/** What a company used by day, from a day up to and without another, as it is rolled up. */
export async function readUsageDays(
  tx: PlatformTx,
  tenantId: string,
  days: { from: LocalDate; until: LocalDate },
): Promise<DayUsage[]> {
  const rows = await tx.platformUsageDay.findMany({
    where: { tenantId, onDay: { gte: toDbDate(days.from), lt: toDbDate(days.until) } },
  })
  return rows.flatMap(({ meter, onDay, quantity }) =>
    isMeter(meter) ? [{ meter, day: fromDbDate(onDay), quantity }] : [],
  )
}
