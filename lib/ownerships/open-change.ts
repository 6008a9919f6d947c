import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { readHistory, type UnitHistory } from './read-history'

/**
 * Begins a change of a unit's ownership: one at a time, and only on the history that the form was drawn from.
 * @returns refusal 'not_found', 'archived', or 'conflict' when somebody changed it since
 */
export async function openChange(
  tx: TenantTx,
  { unitId, seen }: { unitId: string; seen: string },
): Promise<Result<UnitHistory>> {
  const history = await readHistory(tx, unitId, { lock: true })
  if (!history) return refuse('not_found')
  if (history.unit.archived) return refuse('archived')
  return history.seen === seen ? ok(history) : refuse('conflict')
}
