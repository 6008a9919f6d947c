import type { TenantTx } from '@/lib/db/in-tenant'
import { readDomains } from './read-domains'
import { scheduleCheck } from './schedule-check'

/** Has every claim looked at whose look is overdue, should its job have been lost. */
export async function scheduleDueChecks(tx: TenantTx, now: Date): Promise<number> {
  const due = (await readDomains(tx)).filter(({ nextCheckAt }) => nextCheckAt && nextCheckAt <= now)
  for (const { id } of due) await scheduleCheck(tx, id, now)
  return due.length
}
