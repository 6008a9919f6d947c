import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { EditAssociations } from './schema'

/**
 * Makes one change to many associations.
 * @returns how many; refusal 'not_found' when one is not there, cannot be seen or is archived: then none is changed
 */
export async function editAssociations(
  tx: TenantTx,
  actor: Actor,
  { ids, ...given }: EditAssociations,
): Promise<Result<{ changed: number }>> {
  const wanted = [...new Set(ids)]
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const where = { id: { in: wanted }, status: 'active' }
  const before = await tx.association.findMany({ where, select: { ...fields, id: true, name: true } })
  const { count } = await tx.association.updateMany({ where, data: change })
  if (before.length < wanted.length || count < wanted.length) return refuse('not_found')
  for (const { id, name, ...facts } of before)
    await recordAudit(tx, actor, {
      action: 'association:edited',
      subjectType: 'association',
      subjectId: id,
      subjectLabel: name,
      associationId: id,
      before: Object.fromEntries(Object.entries(facts).filter(([field]) => field in change)),
      after: change,
    })
  return ok({ changed: count })
}

const fields = {
  kind: true,
  county: true,
  zone: true,
  fiscalYearStartMonth: true,
  jurisdiction: true,
} as const
