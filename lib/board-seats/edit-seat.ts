import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { unchangedSince } from '@/lib/db/seen'
import { toDbDate } from '@/lib/time/local-date'
import { auditSeat, openSeat } from './open-seat'
import { refuseHeldOffice } from './refuse-held-office'
import type { EditSeat } from './schema'

/**
 * Corrects the office or term of a seat, unless somebody else changed it since the form was drawn.
 * @returns refusal 'not_found', 'archived', 'conflict', or 'office_taken', at commit where the holder is not seen
 */
export async function editSeat(
  tx: TenantTx,
  actor: Actor,
  { seatId, seen, ...term }: EditSeat,
): Promise<Result<{ seatId: string }>> {
  const seat = await openSeat(tx, seatId)
  if (!seat.ok) return seat
  const held = await refuseHeldOffice(tx, seat.value.association.id, term, seatId)
  if (held) return held
  const { count } = await tx.boardSeat.updateMany({
    where: { id: seatId, updatedAt: unchangedSince(seen) },
    data: {
      title: term.title,
      startsOn: toDbDate(term.startsOn),
      endsOn: term.endsOn && toDbDate(term.endsOn),
    },
  })
  if (count === 0) return refuse('conflict')
  const { title, startsOn, endsOn } = seat.value
  if (title !== term.title || startsOn !== term.startsOn || endsOn !== term.endsOn)
    await auditSeat(tx, actor, 'board-seat:edited', { ...seat.value, before: seat.value, after: term })
  return ok({ seatId })
}
