import { type Refusal, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type LocalDate, toDbDate } from '@/lib/time/local-date'

type Term = { title: string; startsOn: LocalDate; endsOn: LocalDate | null }

/**
 * Refuses an office that somebody whom the actor sees holds in that term, by name; directors may be many.
 * @param seatId the seat that is being changed
 * @returns refusal 'office_taken', or null; holders whom the actor does not see are for the database to refuse
 */
export async function refuseHeldOffice(
  tx: TenantTx,
  associationId: string,
  { title, startsOn, endsOn }: Term,
  seatId?: string,
): Promise<Refusal | null> {
  if (title === 'director') return null
  const held = await tx.boardSeat.findFirst({
    where: {
      associationId,
      title,
      id: { not: seatId },
      startsOn: endsOn ? { lt: toDbDate(endsOn) } : undefined,
      OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(startsOn) } }],
    },
    select: { homeownerId: true },
    orderBy: { startsOn: 'asc' },
  })
  const holder =
    held && (await tx.homeowner.findFirst({ where: { id: held.homeownerId }, select: { name: true } }))
  if (!holder) return null
  const message = `${holder.name} holds the office of ${title.replace('-', ' ')} in that term.`
  return { ...refuse('office_taken', { fields: { title: message } }), message }
}
