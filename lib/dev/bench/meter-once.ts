import { asPlatform } from '@/lib/db/as-platform'
import { closePools } from '@/lib/db/pools'
import { rateMonth } from '@/lib/rating/rate-month'
import { ratedTerms } from '@/lib/subscriptions/billing'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { readUsageDays } from '@/lib/subscriptions/read-usage-days'
import { dateIn } from '@/lib/time/local-date'
import { addMonths, firstDayOf, monthOf } from '@/lib/time/month'
import { meterTenants } from '@/lib/usage/meter-tenants'

// Meters every company of the environment's database as the worker does, rates the last month of each, and prints
// what it took, as one line of JSON.
const now = new Date()
const timed = async <T>(work: () => Promise<T>) => {
  const started = performance.now()
  return { result: await work(), seconds: (performance.now() - started) / 1000 }
}

const month = addMonths(monthOf(dateIn('UTC', now)), -1)
const days = { from: firstDayOf(month), until: firstDayOf(addMonths(month, 1)) }

/** One transaction a company, as when its bill is made. */
async function rateAll(): Promise<{ companies: number; totalMinor: string }> {
  const companies = await asPlatform(tx => tx.platformAccount.findMany({ select: { tenantId: true } }))
  let totalMinor = 0n
  for (const { tenantId } of companies) {
    const bill = await asPlatform(async tx => {
      const billing = await readBilling(tx, tenantId)
      if (!billing) throw new Error(`${tenantId} has no account`)
      const usage = await readUsageDays(tx, tenantId, days)
      return rateMonth({ month, currency: billing.currency, usage, ...ratedTerms(billing) })
    })
    totalMinor += bill.totalMinor
  }
  return { companies: companies.length, totalMinor: String(totalMinor) }
}

const caughtUp = await timed(() => meterTenants(now))
const night = await timed(() => meterTenants(now, { reconcile: true }))
const rated = await timed(rateAll)
const peakMb = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ caughtUp, night, rated, peakMb }))
await closePools()
