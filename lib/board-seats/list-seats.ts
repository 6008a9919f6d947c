import type { TenantTx } from '@/lib/db/in-tenant'
import { fromDbDate, type LocalDate } from '@/lib/time/local-date'
import { titles } from './rules'

/** A term on an association's board and who holds it. */
export type Seat = {
  id: string
  title: string
  homeownerId: string
  name: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  updatedAt: Date
}

const rank = (title: string) => titles.findIndex(known => known.value === title)

/** Lists the terms on an association's board by office, the latest of each first; at most 200. */
export async function listSeats(tx: TenantTx, associationId: string): Promise<Seat[]> {
  const seats = await tx.boardSeat.findMany({
    where: { associationId },
    include: { homeowner: { select: { name: true } } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  return seats
    .map(({ id, title, homeownerId, homeowner, startsOn, endsOn, updatedAt }) => ({
      id,
      title,
      homeownerId,
      name: homeowner.name,
      startsOn: fromDbDate(startsOn),
      endsOn: endsOn && fromDbDate(endsOn),
      updatedAt,
    }))
    .sort((a, b) => rank(a.title) - rank(b.title))
}
