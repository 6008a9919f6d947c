import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { auditSeat, openSeat } from './open-seat'

/**
 * Removes a seat that was recorded by mistake; the audit log keeps what it was.
 * @returns refusal 'not_found' or 'archived'
 */
export async function removeSeat(
  tx: TenantTx,
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result> {
  const seat = await openSeat(tx, seatId)
  if (!seat.ok) return seat
  const { count } = await tx.boardSeat.deleteMany({ where: { id: seatId } })
  if (count === 0) return refuse('not_found')
  await auditSeat(tx, actor, 'board-seat:removed', { ...seat.value, before: seat.value })
  return ok()
}
