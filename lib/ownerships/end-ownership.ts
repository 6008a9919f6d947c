import { ok, type Result } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { auditChange } from './audit-change'
import { openChange } from './open-change'
import { refuseHistory } from './refuse-history'
import { planTransfer } from './rules'
import type { EndInput } from './schema'
import { writeHistory } from './write-history'

/**
 * Ends the ownership of a unit on a day without a known successor; all owners of the day end together.
 * @returns refusal 'not_found', 'archived', 'conflict', 'same_owners' (nobody owns it that day), 'starts_that_day'
 * or 'stays_beyond'
 */
export async function endOwnership(
  tx: TenantTx,
  actor: Actor,
  input: EndInput,
): Promise<Result<{ unitId: string }>> {
  const opened = await openChange(tx, input)
  if (!opened.ok) return opened
  const history = opened.value
  const names = new Map(history.periods.map(period => [period.homeownerId, period.name]))
  const answer = planTransfer(history.periods, input.on, [])
  if (!answer.ok) return refuseHistory(answer.problem, id => names.get(id) ?? '')
  await writeHistory(tx, history.unit.id, history.periods, answer.plan.history)
  await auditChange(tx, actor, 'ownership:ended', { history, after: answer.plan.history, names })
  return ok({ unitId: history.unit.id })
}
