import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { addDays, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, type Month, monthOf } from '@/lib/time/month'
import { type Billing, firstChargedDay, ratedTerms } from './billing'
import { type Metered, meteredSoFar } from './metered-so-far'
import { readBilling } from './read-billing'
import { readUsageDays } from './read-usage-days'

/**
 * Puts on its way to Stripe by how much a company's use has grown since the last time, for each month touched from one
 * day to another: the difference of what the month comes to now and what was put on its way before. In the transaction
 * that rolls the days up; run again it adds nothing.
 * @param through the last day that is rolled up, UTC; it may not be over yet
 */
export async function queueMeterEvents(
  tx: PlatformTx,
  tenantId: TenantId,
  from: LocalDate,
  through: LocalDate,
): Promise<number> {
  const billing = await readBilling(tx, tenantId)
  if (!billing) return 0
  let queued = 0
  for (let month = monthOf(from); month <= monthOf(through); month = addMonths(month, 1)) {
    const lastDay = addDays(firstDayOf(addMonths(month, 1)), -1)
    queued += await queueMonth(tx, billing, month, lastDay < through ? lastDay : through)
  }
  if (queued > 0) await enqueueTenantJob(tx, tenantId, 'send-usage', {}, { key: 'send-usage' })
  return queued
}

async function queueMonth(tx: PlatformTx, billing: Billing, month: Month, on: LocalDate): Promise<number> {
  const { tenantId } = billing
  const days = { from: firstDayOf(month), until: addDays(on, 1) }
  const usage = await readUsageDays(tx, tenantId, days)
  const counted = laterOf(days.from, firstChargedDay(billing))
  let queued = 0
  for (const metered of meteredSoFar({ month, usage, ...ratedTerms(billing) }))
    queued += await queueGrowth(tx, tenantId, { from: counted, month, on }, metered)
  return queued
}

const laterOf = (a: LocalDate, b: LocalDate) => (a > b ? a : b)

/** The identifier is the next of the day's; two that queue at once would choose the same, and one then fails. */
async function queueGrowth(
  tx: PlatformTx,
  tenantId: string,
  { from, month, on }: { from: LocalDate; month: Month; on: LocalDate },
  { planVersionId, meter, value }: Metered,
): Promise<number> {
  const own = { tenantId, planVersionId, meter }
  const before = await tx.platformMeterEvent.aggregate({
    where: { ...own, onDay: { gte: toDbDate(from), lt: toDbDate(firstDayOf(addMonths(month, 1))) } },
    _sum: { value: true },
  })
  const growth = value - (before._sum.value ?? 0n)
  if (growth === 0n) return 0
  const sequence = await tx.platformMeterEvent.count({ where: { ...own, onDay: toDbDate(on) } })
  const identifier = `${tenantId}:${planVersionId}:${meter}:${on}:${sequence + 1}`
  await tx.platformMeterEvent.createMany({
    data: [{ ...own, onDay: toDbDate(on), value: growth, identifier }],
  })
  return 1
}
