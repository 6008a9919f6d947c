import { describeEntry } from '@/lib/audit/describe-entry'
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

const pages: Record<string, string> = {
  association: '/manage/associations',
  unit: '/manage/units',
  homeowner: '/manage/homeowners',
  import: '/manage/imports',
  user: '/manage/people',
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
  return entries.map(entry => {
    const page = pages[entry.subjectType]
    return {
      id: entry.id,
      at: entry.at,
      what: describeEntry(entry.action),
      subject: entry.subjectLabel,
      href: page && entry.subjectId ? `${page}/${entry.subjectId}` : null,
      by: entry.user?.name ?? null,
    }
  })
}
