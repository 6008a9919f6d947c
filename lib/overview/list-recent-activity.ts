import { describeAction, describeSubject, subjectHref } from '@/lib/audit-log/describe-action'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Something that was done in the company, and where to see it. */
export type Activity = {
  id: string
  at: Date
  what: string
  subject: string | null
  href: string | null
  by: string | null
}

/** Lists the latest entries of the audit log, without people's comings and goings and the pages that guests open. */
export async function listRecentActivity(tx: TenantTx, most = 8): Promise<Activity[]> {
  const entries = await tx.auditEntry.findMany({
    where: {
      NOT: { action: { in: ['session:started', 'session:ended', 'support:viewed', 'support:tried'] } },
    },
    select: {
      id: true,
      at: true,
      action: true,
      subjectType: true,
      subjectId: true,
      subjectLabel: true,
      guestName: true,
      user: { select: { name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return entries.map(entry => ({
    id: entry.id,
    at: entry.at,
    what: describeAction(entry.action),
    subject: entry.subjectLabel && describeSubject(entry.subjectLabel),
    href: subjectHref(entry.subjectType, entry.subjectId),
    by: entry.user?.name ?? (entry.guestName && `${entry.guestName} of Portico`),
  }))
}
