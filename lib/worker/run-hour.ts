import { advanceAccounts } from '@/lib/accounts/advance-accounts'
import { log } from '@/lib/log/log'

/** The hourly round: what time alone brings to companies' accounts. */
export async function runHour(): Promise<void> {
  log().info(await advanceAccounts(new Date()), 'accounts looked at')
}
