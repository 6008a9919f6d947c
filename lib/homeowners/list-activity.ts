import type { TenantTx } from '@/lib/db/in-tenant'

/** One thing that was done to a homeowner's record. */
export type Activity = {
  id: string
  at: Date
  action: string
  by: string | null
  after: unknown
  before: unknown
}

/** Lists what was done to a homeowner's record, the latest first. */
export async function listActivity(tx: TenantTx, homeownerId: string, most = 20): Promise<Activity[]> {
  const entries = await tx.auditEntry.findMany({
    where: { subjectType: 'homeowner', subjectId: homeownerId },
    include: { user: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return entries.map(({ id, at, action, before, after, user }) => ({
    id,
    at,
    action,
    before,
    after,
    by: user?.name ?? null,
  }))
}
