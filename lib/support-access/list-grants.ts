import type { TenantTx } from '@/lib/db/in-tenant'

/** One stay of somebody of Portico. */
export type Visit = {
  id: string
  adminName: string
  enteredAt: Date
  lastSeenAt: Date
  endedAt: Date | null
  /** How many pages were looked at and things done. */
  steps: number
}

export type Grant = {
  id: string
  purpose: string
  grantedBy: string
  grantedAt: Date
  expiresAt: Date
  revokedAt: Date | null
  inForce: boolean
  visits: Visit[]
}

/** Lists when the company let Portico's support in, the latest first, at most fifty, with what came of it. */
export async function listGrants(tx: TenantTx, now: Date): Promise<Grant[]> {
  const rows = await tx.supportGrant.findMany({
    include: {
      createdByUser: { select: { name: true } },
      supportVisits: { where: { handedOverAt: { not: null } }, orderBy: { createdAt: 'desc' } },
    },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  const ids = rows.flatMap(row => row.supportVisits.map(visit => visit.id))
  const counts = await tx.auditEntry.groupBy({
    by: ['visitId'],
    where: { visitId: { in: ids }, action: { in: ['support:viewed', 'support:acted', 'support:tried'] } },
    _count: { _all: true },
  })
  const steps = new Map(counts.map(row => [row.visitId, row._count._all]))
  return rows.map(row => ({
    id: row.id,
    purpose: row.purpose,
    grantedBy: row.createdByUser.name,
    grantedAt: row.createdAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    inForce: row.revokedAt === null && row.expiresAt > now,
    visits: row.supportVisits.map(visit => ({
      id: visit.id,
      adminName: visit.adminName,
      enteredAt: visit.handedOverAt ?? visit.createdAt,
      lastSeenAt: visit.lastSeenAt,
      endedAt: visit.endedAt,
      steps: steps.get(visit.id) ?? 0,
    })),
  }))
}
