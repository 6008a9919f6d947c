import { describeAction, subjectHref } from '@/lib/audit-log/describe-action'
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

/** Lists the latest entries of the audit log, without people's comings and goings. */
export async function listRecentActivity(tx: TenantTx, most = 8): Promise<Activity[]> {
  const entries = await tx.auditEntry.findMany({
    where: { NOT: { action: { in: ['session:started', 'session:ended'] } } },
    select: {
      id: true,
      at: true,
      action: true,
      subjectType: true,
      subjectId: true,
      subjectLabel: true,
      user: { select: { name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return entries.map(entry => ({
    id: entry.id,
    at: entry.at,
    what: describeAction(entry.action),
    subject: entry.subjectLabel,
    href: subjectHref(entry.subjectType, entry.subjectId),
    by: entry.user?.name ?? null,
  }))
}
