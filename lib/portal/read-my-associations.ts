import type { TenantTx } from '@/lib/db/in-tenant'
import { fromDbDate, type LocalDate } from '@/lib/time/local-date'

export type BoardMember = { title: string; name: string; startsOn: LocalDate; endsOn: LocalDate | null }

export type MyAssociation = {
  id: string
  name: string
  kind: string
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  county: string | null
  unitCount: number
  fiscalYearStartMonth: number
  board: BoardMember[]
}

type SeatRow = { associationId: string; title: string; name: string; startsOn: Date; endsOn: Date | null }

const offices = ['president', 'vice-president', 'treasurer', 'secretary', 'director']

/** Reads the associations in which the signed-in homeowner owns a unit today, each with its board in order of office. */
export async function readMyAssociations(tx: TenantTx): Promise<MyAssociation[]> {
  const associations = await tx.$queryRaw<Omit<MyAssociation, 'board'>[]>`
    select id, name, kind, street, city, region, postal_code as "postalCode", county, unit_count as "unitCount",
      fiscal_year_start_month as "fiscalYearStartMonth"
    from app.associations where id = any (array(select app.my_associations())) order by name_sort, id`
  const seats = await tx.$queryRaw<SeatRow[]>`
    select association_id as "associationId", title, name, starts_on as "startsOn", ends_on as "endsOn"
    from app.my_boards() order by array_position(${offices}::text[], title), name`
  return associations.map(association => ({
    ...association,
    board: seats
      .filter(seat => seat.associationId === association.id)
      .map(({ title, name, startsOn, endsOn }) => ({
        title,
        name,
        startsOn: fromDbDate(startsOn),
        endsOn: endsOn && fromDbDate(endsOn),
      })),
  }))
}
