import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { holdHomeowners } from './hold-homeowners'
import { openChange } from './open-change'
import { refuseHistory } from './refuse-history'
import { checkHistory } from './rules'
import type { CorrectInput } from './schema'
import { writeChange } from './write-change'

/**
 * Corrects the record of who owned a unit when, as a whole: dates, shares, forgotten co-owners, periods that never
 * were.
 * @returns refusal 'not_found', 'archived', 'conflict', 'shares_not_whole' with the sum, 'owner_twice',
 * 'empty_period', or 'not_for_guests' where it concerns somebody who signs in
 */
export async function correctOwnership(
  tx: TenantTx,
  actor: Actor,
  input: CorrectInput,
): Promise<Result<{ unitId: string }>> {
  const opened = await openChange(tx, input)
  if (!opened.ok) return opened
  const history = opened.value
  const known = new Set(history.periods.map(period => period.id))
  const ids = input.periods.flatMap(period => period.id ?? [])
  if (ids.some(id => !known.has(id)) || new Set(ids).size !== ids.length) return refuse('conflict')
  const homeowners = await holdHomeowners(tx, [...new Set(input.periods.map(period => period.homeownerId))])
  const names = new Map(history.periods.map(period => [period.homeownerId, period.name]))
  for (const { id, name } of homeowners) names.set(id, name)
  if (input.periods.some(period => !names.has(period.homeownerId))) return refuse('not_found')
  const problem = checkHistory(input.periods)
  if (problem) return refuseHistory(problem, id => names.get(id) ?? '')
  const newlyOwning = input.periods.filter(period => period.endsOn === null || period.endsOn > history.today)
  const archived = homeowners.find(one => one.archived && newlyOwning.some(p => p.homeownerId === one.id))
  if (archived)
    return refuse('archived', { fields: { shares: `${archived.name} is archived. Restore them first.` } })
  const refused = await writeChange(tx, actor, 'ownership:corrected', {
    history,
    after: input.periods,
    names,
  })
  if (refused) return refused
  return ok({ unitId: history.unit.id })
}
