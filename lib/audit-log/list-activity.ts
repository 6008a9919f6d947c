import type { TenantTx } from '@/lib/db/in-tenant'

/** One thing that was done to a record, with the facts before and after as they were written. */
export type Activity = {
  id: string
  at: Date
  action: string
  by: string | null
  before: unknown
  after: unknown
}

/** Lists what was done to a record and to what belongs to it, the latest first. */
export async function listActivity(
  tx: TenantTx,
  subject: { type: 'association' | 'unit' | 'homeowner'; id: string },
  most = 20,
): Promise<Activity[]> {
  const entries = await tx.auditEntry.findMany({
    where: { subjectType: subject.type, subjectId: subject.id },
    select: { id: true, at: true, action: true, before: true, after: true, user: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return entries.map(({ user, ...entry }) => ({ ...entry, by: user?.name ?? null }))
}
