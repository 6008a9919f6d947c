import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { fromDbDate, type LocalDate } from '@/lib/time/local-date'

export type OpenSeat = {
  id: string
  title: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  updatedAt: Date
  name: string
  association: { id: string; name: string }
}

/**
 * Finds a seat that is to be changed.
 * @returns refusal 'not_found', or 'archived' when its association is
 */
export async function openSeat(tx: TenantTx, seatId: string): Promise<Result<OpenSeat>> {
  const found = await tx.boardSeat.findFirst({
    where: { id: seatId },
    include: {
      homeowner: { select: { name: true } },
      association: { select: { id: true, name: true, status: true } },
    },
  })
  if (!found) return refuse('not_found')
  if (found.association.status === 'archived') return refuse('archived')
  const { id, title, startsOn, endsOn, updatedAt, homeowner, association } = found
  const term = { startsOn: fromDbDate(startsOn), endsOn: endsOn && fromDbDate(endsOn) }
  return ok({ id, title, ...term, updatedAt, name: homeowner.name, association })
}

type Term = { title: string; startsOn: LocalDate; endsOn: LocalDate | null }

/** Records an act on a seat under its association; `name` is who holds it. */
export async function auditSeat(
  tx: TenantTx,
  actor: Actor,
  action: 'board-seat:added' | 'board-seat:edited' | 'board-seat:ended' | 'board-seat:removed',
  seat: { name: string; association: { id: string; name: string }; before?: Term; after?: Term },
): Promise<void> {
  const told = (term: Term | undefined) =>
    term && { name: seat.name, title: term.title, startsOn: term.startsOn, endsOn: term.endsOn }
  await recordAudit(tx, actor, {
    action,
    subjectType: 'association',
    subjectId: seat.association.id,
    subjectLabel: seat.association.name,
    associationId: seat.association.id,
    before: told(seat.before),
    after: told(seat.after),
  })
}
