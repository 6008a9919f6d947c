import { ok, type Result } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { openChange } from './open-change'
import { refuseHistory } from './refuse-history'
import { planTransfer } from './rules'
import type { EndInput } from './schema'
import { writeChange } from './write-change'

/**
 * Ends the ownership of a unit on a day without a known successor; all owners of the day end together.
 * @returns refusal 'not_found', 'archived', 'conflict', 'same_owners' (nobody owns it that day), 'starts_that_day',
 * 'stays_beyond', or 'not_for_guests' where one of them signs in
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
  const refused = await writeChange(tx, actor, 'ownership:ended', {
    history,
    after: answer.plan.history,
    names,
  })
  if (refused) return refused
  return ok({ unitId: history.unit.id })
}
