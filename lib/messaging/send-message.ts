import { inTenant } from '@/lib/db/in-tenant'
import type { Job } from '@/lib/jobs/job-names'
import { log } from '@/lib/log/log'
import { readTenant } from '@/lib/tenancy/read-tenant'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { beginHandover } from './begin-handover'
import { claimMessage } from './claim-message'
import { deliver } from './deliver'
import { readEmailBrand } from './read-email-brand'
import { readSender } from './read-sender'
import { withoutWords } from './rules'
import { settleMessage } from './settle-message'

/**
 * Sends one queued message: marks the try, hands it over, marks what came of it. A worker that dies in between leaves
 * the first mark, and the next try cannot send it a second time: a provider knows it again, and what a mail server may
 * have is not handed to it again.
 * @throws when the provider could not be reached or did not say; the queue tries again
 */
export async function sendMessage({ tenantId, data, signal, lastTry }: Job<'send-message'>): Promise<void> {
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
  const { claim } = ready
  const begin = (messageId: string) => {
    // A worker that is stopping may be killed before it hears the answer.
    signal.throwIfAborted()
    return inTenant(context, tx => beginHandover(tx, claim, messageId))
  }
  const outcome = await deliver({ tenantId, ...ready, own: claim.own, begin })
  await inTenant(context, tx => settleMessage(tx, claim, outcome, lastTry))
  if (outcome.outcome === 'uncertain')
    log().warn({ tenantId, messageId: claim.id }, 'message may have been sent')
  if (outcome.outcome === 'unknown') throw new Error(withoutWords(outcome.error))
}
