import { openCredential } from '@/lib/credentials/open-credential'
import { inTenant } from '@/lib/db/in-tenant'
import { readReference } from './message-reference'

/**
 * Finds what reports about a message are signed with, by the reference we gave along.
 * @returns undefined for the platform's own secret: the message went by its account, or the reference is not ours;
 *   null when the company's own key is gone or has none
 */
export async function findReportSecret(
  source: 'resend' | 'twilio',
  reference: unknown,
): Promise<string | null | undefined> {
  const about = readReference(reference)
  if (!about) return undefined
  const { tenantId, messageId } = about
  const purpose = 'check-report'
  return inTenant({ tenantId, system: purpose }, async tx => {
    const message = await tx.message.findFirst({
      where: { id: messageId },
      select: { credentialVersionId: true },
    })
    const versionId = message?.credentialVersionId
    if (!versionId) return undefined
    const actor = { kind: 'system' as const, tenantId, purpose: `${source}-report` }
    if (source === 'twilio') {
      const key = await openCredential(tx, actor, { provider: 'twilio', purpose, versionId })
      return key?.values.authToken ?? null
    }
    const key = await openCredential(tx, actor, { provider: 'resend', purpose, versionId })
    return key?.values.webhookSecret ?? null
  })
}
