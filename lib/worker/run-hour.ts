import { advanceAccounts } from '@/lib/accounts/advance-accounts'
import { rollUpMetrics } from '@/lib/metrics/roll-up-metrics'
import { dateIn } from '@/lib/time/local-date'
import { meterTenants } from '@/lib/usage/meter-tenants'
import { runParts } from './run-parts'

/** The hourly round: what time alone brings to companies' accounts, what they used, and the figures of the business. */
export async function runHour(): Promise<void> {
  const now = new Date()
  await runParts({
    accounts: () => advanceAccounts(now),
    usage: () => meterTenants(now),
    metrics: () => rollUpMetrics(dateIn('UTC', now), 3),
  })
}
