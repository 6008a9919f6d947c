import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AssociationFrame } from '@/app/t/[tenant]/manage/associations/[association]/association-frame'
import { Section } from '@/components/ui/card'
import { Neighbours } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalDate } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import { readAssociation } from '@/lib/associations/read-association'
import { can } from '@/lib/auth/actor'
import { listSeats, type Seat } from '@/lib/board-seats/list-seats'
import { standing, titleName } from '@/lib/board-seats/rules'
import { type LocalDate as Day, dateIn } from '@/lib/time/local-date'
import { AddSeat } from './add-seat'
import { SeatActions } from './seat-actions'

export const metadata: Metadata = { title: 'Board' }

function SeatRow({ seat, today, writable }: { seat: Seat; today: Day; writable: boolean }) {
  const { id, name, title, startsOn, endsOn, updatedAt } = seat
  return (
    <li className="flex items-center gap-4 px-4 py-2">
      <div className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[minmax(0,1fr)_9rem_14rem]">
        <Link
          href={`/manage/homeowners/${seat.homeownerId}`}
          className="truncate font-medium underline-offset-4 hover:underline"
        >
          {name}
        </Link>
        <span className="text-muted">{titleName(title)}</span>
        <span className="text-muted max-sm:text-13">
          {endsOn ? '' : 'since '}
          <LocalDate on={startsOn} />
          {endsOn && (
            <>
              {' – '}
              <LocalDate on={endsOn} />
            </>
          )}
        </span>
      </div>
      {writable && (
        <SeatActions
          seat={{ id, name, title, startsOn, endsOn, seen: updatedAt.toISOString() }}
          today={today}
          ended={endsOn !== null && endsOn <= today}
        />
      )}
    </li>
  )
}

const groups = [
  { when: 'now', title: 'On the board now' },
  { when: 'later', title: 'From a later day' },
  { when: 'before', title: 'Former members' },
] as const

/** Who sits on an association's board, will and did. */
export default tenantPage({ can: 'association:read' }, async ({ tx, actor, params, brand }) => {
  const association = await readAssociation(tx, params.association ?? '')
  if (!association) notFound()
  const seats = await listSeats(tx, association.id)
  const today = dateIn(association.zone, new Date())
  const writable = can(actor, 'association:write') && association.status === 'active'
  const add = writable && <AddSeat associationId={association.id} today={today} />
  return (
    <AssociationFrame association={association} actor={actor} part="/board" locale={brand.locale}>
      {seats.length === 0 && (
        <Section title="Board" padded={false}>
          <EmptyState drawing={<Neighbours />} title="No board on record" action={add}>
            Say who holds which office, and for how long. One person at a time holds each office; directors
            may be many.
          </EmptyState>
        </Section>
      )}
      <div className="flex max-w-4xl flex-col gap-5">
        {groups.map(({ when, title }) => {
          const those = seats.filter(seat => standing(seat, today) === when)
          if (seats.length === 0 || (those.length === 0 && when !== 'now')) return null
          return (
            <Section key={when} title={title} padded={false} actions={when === 'now' && add}>
              <ul className="divide-y">
                {those.map(seat => (
                  <SeatRow key={seat.id} seat={seat} today={today} writable={writable} />
                ))}
                {those.length === 0 && <li className="px-4 py-6 text-muted">Nobody holds a seat today.</li>}
              </ul>
            </Section>
          )
        })}
      </div>
    </AssociationFrame>
  )
})
