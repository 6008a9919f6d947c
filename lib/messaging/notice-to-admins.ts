import type { TenantId, TenantTx } from '@/lib/db/in-tenant'
import { urlOfTenant } from '@/lib/tenancy/url-of-tenant'
import { queueMessage } from './queue-message'

export type AdminNotice = {
  /** The same key sends once to each admin. */
  key: string
  subject: string
  /** Paragraphs, parted by a blank line. */
  body: string
  /** Where the button leads, from the company's own address on, and its words. */
  path: string
  action: string
}

/** Queues an email to every admin of a company who can sign in, as far as whoever causes it sees them: the system all. */
export async function noticeToAdmins(tx: TenantTx, tenantId: TenantId, notice: AdminNotice): Promise<void> {
  const { key, subject, body, path, action } = notice
  const url = await urlOfTenant(tenantId, path)
  const admins = await tx.user.findMany({
    where: { role: 'admin', suspendedAt: null },
    select: { id: true, name: true, email: true },
  })
  for (const { id, name, email } of admins) {
    await queueMessage(tx, {
      template: 'notice',
      data: { name, subject, body, url, action },
      to: { email },
      userId: id,
      key: `${key}:${id}`,
    })
  }
}
