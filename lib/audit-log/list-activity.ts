import type { TenantTx } from '@/lib/db/in-tenant'

/** One thing that was done to a record, with the facts before and after as they were written. */
export type Activity = {
  id: string
  at: Date
  action: string
  subjectType: string
  /** What the subject was called then. */
  subjectLabel: string | null
  by: string | null
  before: unknown
  after: unknown
}

type Subject = { type: 'association' | 'unit' | 'homeowner'; id: string }

/** The latest entries of an association and of its units; not of who owns them, which not everybody here may read. */
async function entriesOfAssociation(tx: TenantTx, id: string, most: number): Promise<string[]> {
  // A look into one index for each unit: a condition on the entry's association would read the company's whole log.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from (
      select 'association' as type, a.tenant_id, a.id from app.associations a where a.id = ${id}::uuid
      union all
      select 'unit', u.tenant_id, u.id from app.units u where u.association_id = ${id}::uuid) s
    cross join lateral (
      select e.id, e.at from app.audit_entries e
      where e.tenant_id = s.tenant_id and e.subject_type = s.type and e.subject_id = s.id
        and e.action not like 'ownership:%'
      order by e.at desc limit ${most}) e
    order by e.at desc, e.id desc limit ${most}`
  return rows.map(row => row.id)
}

/** Lists what was done to a record, to an association's units along with it, the latest first. */
export async function listActivity(tx: TenantTx, subject: Subject, most = 20): Promise<Activity[]> {
  const where =
    subject.type === 'association'
      ? { id: { in: await entriesOfAssociation(tx, subject.id, most) } }
      : { subjectType: subject.type, subjectId: subject.id }
  const entries = await tx.auditEntry.findMany({
    where,
    select: {
      id: true,
      at: true,
      action: true,
      subjectType: true,
      subjectLabel: true,
      before: true,
      after: true,
      user: { select: { name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return entries.map(({ user, ...entry }) => ({ ...entry, by: user?.name ?? null }))
}
