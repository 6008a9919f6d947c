import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { toDbDate } from '@/lib/time/local-date'
import { auditSeat } from './open-seat'
import { refuseHeldOffice } from './refuse-held-office'
import type { AddSeat } from './schema'

/**
 * Gives a homeowner a seat on an association's board.
 * @returns refusal 'not_found', 'archived' (the association), or 'office_taken', at commit where the holder is not seen
 */
export async function addSeat(
  tx: TenantTx,
  actor: Actor,
  { associationId, homeownerId, ...term }: AddSeat,
): Promise<Result<{ seatId: string }>> {
  const association = await tx.association.findFirst({
    where: { id: associationId },
    select: { id: true, name: true, status: true },
  })
  if (!association) return refuse('not_found')
  if (association.status === 'archived') return refuse('archived')
  const homeowner = await tx.homeowner.findFirst({
    where: { id: homeownerId, status: 'active' },
    select: { name: true },
  })
  if (!homeowner) return refuse('not_found', { fields: { homeownerId: 'Choose a homeowner.' } })
  const held = await refuseHeldOffice(tx, associationId, term)
  if (held) return held
  const { id } = await tx.boardSeat.create({
    data: {
      associationId,
      homeownerId,
      title: term.title,
      startsOn: toDbDate(term.startsOn),
      endsOn: term.endsOn && toDbDate(term.endsOn),
    },
    select: { id: true },
  })
  await auditSeat(tx, actor, 'board-seat:added', { name: homeowner.name, association, after: term })
  return ok({ seatId: id })
}
