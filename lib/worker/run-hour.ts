import { advanceAccounts } from '@/lib/accounts/advance-accounts'
import { log } from '@/lib/log/log'
import { rollUpMetrics } from '@/lib/metrics/roll-up-metrics'
import { dateIn } from '@/lib/time/local-date'
import { meterTenants } from '@/lib/usage/meter-tenants'

/** The hourly round: what time alone brings to companies' accounts, what they used, and the figures of the business. */
export async function runHour(): Promise<void> {
  const now = new Date()
  log().info(await advanceAccounts(now), 'accounts looked at')
  try {
    log().info(await meterTenants(now), 'usage metered')
  } finally {
    await rollUpMetrics(dateIn('UTC', now), 3)
  }
}
