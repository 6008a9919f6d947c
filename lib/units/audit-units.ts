import { type AuditFact, recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

export type TouchedUnit = { id: string; label: string; associationId: string }

/** Records one act on several units, each under its own record. */
export async function auditUnits(
  tx: TenantTx,
  actor: Actor,
  units: readonly TouchedUnit[],
  fact: (unit: TouchedUnit) => Pick<AuditFact, 'action' | 'before' | 'after'>,
): Promise<void> {
  const associations = await tx.association.findMany({
    where: { id: { in: [...new Set(units.map(unit => unit.associationId))] } },
    select: { id: true, name: true },
  })
  const names = new Map(associations.map(({ id, name }) => [id, name]))
  for (const unit of units)
    await recordAudit(tx, actor, {
      ...fact(unit),
      subjectType: 'unit',
      subjectId: unit.id,
      subjectLabel: `${names.get(unit.associationId) ?? ''} · ${unit.label}`,
      associationId: unit.associationId,
    })
}
