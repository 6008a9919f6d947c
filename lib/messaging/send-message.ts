import { inTenant } from '@/lib/db/in-tenant'
import type { Job } from '@/lib/jobs/job-names'
import { readTenant } from '@/lib/tenancy/read-tenant'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { claimMessage } from './claim-message'
import { deliver } from './deliver'
import { readEmailBrand } from './read-email-brand'
import { readSender } from './read-sender'
import { settleMessage } from './settle-message'

/**
 * Sends one queued message: marks the try, hands it over, marks what came of it. A worker that dies in between leaves
 * the first mark, and the next try cannot send it a second time.
 * @throws when the provider could not be reached or did not say; the queue tries again
 */
export async function sendMessage({ tenantId, data, lastTry }: Job<'send-message'>): Promise<void> {
  const context = { tenantId, system: 'send-message' }
  const tenant = await readTenant(tenantId)
  if (!tenant) return
  const ready = await inTenant(context, async tx => {
    const claim = await claimMessage(tx, { tenantId, id: data.messageId })
    if (!claim) return null
    const brand = await readEmailBrand(tx, tenantUrl(tenant.slug, ''))
    const rows = await tx.message.findMany({
      where: { recipient: claim.recipient, channel: 'sms', providerId: { not: null } },
      select: { providerId: true },
      orderBy: { createdAt: 'desc' },
      take: 100,
    })
    const sender = await readSender(tx)
    return { claim, brand, sender, others: new Set(rows.map(row => row.providerId ?? '')) }
  })
  if (!ready) return
  const outcome = await deliver({ tenantId, ...ready, own: ready.claim.own })
  await inTenant(context, tx => settleMessage(tx, ready.claim, outcome, lastTry))
  if (outcome.outcome === 'unknown') throw new Error(outcome.error)
}
