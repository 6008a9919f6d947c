import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type LocalDate, toDbDate } from '@/lib/time/local-date'
import { auditSeat, openSeat } from './open-seat'

/**
 * Ends a seat: on that day it is no longer held.
 * @returns refusal 'not_found', 'archived', or 'invalid' when the term would end before it began or is over already
 */
export async function endSeat(
  tx: TenantTx,
  actor: Actor,
  { seatId, on }: { seatId: string; on: LocalDate },
): Promise<Result<{ seatId: string }>> {
  const seat = await openSeat(tx, seatId)
  if (!seat.ok) return seat
  const { title, startsOn, endsOn } = seat.value
  if (on <= startsOn)
    return refuse('invalid', { fields: { on: 'The term must end after the day on which it starts.' } })
  if (endsOn !== null && endsOn <= on)
    return refuse('invalid', { fields: { on: 'The term ends no later than that already.' } })
  await tx.boardSeat.updateMany({ where: { id: seatId }, data: { endsOn: toDbDate(on) } })
  const after = { title, startsOn, endsOn: on }
  await auditSeat(tx, actor, 'board-seat:ended', { ...seat.value, before: seat.value, after })
  return ok({ seatId })
}
