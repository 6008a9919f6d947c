import type { TenantTx } from '@/lib/db/in-tenant'
import { companyHasFeature } from '@/lib/features/company-has-feature'
import { type Channel, findSuppression } from './find-suppression'

/** Why nothing may be sent this way to an address or number, as a sentence; null when it may. */
export async function findObstacle(
  tx: TenantTx,
  channel: Channel,
  recipient: string,
): Promise<string | null> {
  if (channel === 'sms' && !(await companyHasFeature(tx, 'sms-notifications')))
    return 'Text messages are switched off for your company.'
  return findSuppression(tx, channel, recipient)
}
