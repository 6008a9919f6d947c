import { advanceAccounts } from '@/lib/accounts/advance-accounts'
import { rollUpMetrics } from '@/lib/metrics/roll-up-metrics'
import { endClosed } from '@/lib/stripe-sync/end-closed'
import { dateIn } from '@/lib/time/local-date'
import { meterTenants } from '@/lib/usage/meter-tenants'
import { runParts } from './run-parts'

/**
 * The hourly round: what time alone brings to companies' accounts, what they used, the end of closed companies'
 * subscriptions, and the figures of the business.
 */
export async function runHour(): Promise<void> {
  const now = new Date()
  await runParts({
    accounts: () => advanceAccounts(now),
    usage: () => meterTenants(now),
    closed: endClosed,
    metrics: () => rollUpMetrics(dateIn('UTC', now), 3),
  })
}
