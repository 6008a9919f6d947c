import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'

/** Has a claim looked at when it is due; a claim waits for one look at a time. */
export async function scheduleCheck(tx: TenantTx, domainId: string, at: Date): Promise<void> {
  await enqueueJob(tx, 'check-domain', { domainId }, { key: `domain ${domainId}`, startAfter: at })
}

/** Has a claim looked at now, whatever else it waits for. */
export async function checkSoon(tx: TenantTx, domainId: string): Promise<void> {
  await enqueueJob(tx, 'check-domain', { domainId }, { key: `domain ${domainId} now` })
}
