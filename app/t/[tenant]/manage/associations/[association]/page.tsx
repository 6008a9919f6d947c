import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/app/t/[tenant]/manage/activity-list'
import { Section, SectionLink } from '@/components/ui/card'
import { Stats } from '@/components/ui/stat'
import { tenantPage } from '@/lib/action/tenant-page'
import { describeActivity } from '@/lib/associations/describe-activity'
import { readAssociation } from '@/lib/associations/read-association'
import { readOverview } from '@/lib/associations/read-overview'
import { listActivity } from '@/lib/audit-log/list-activity'
import { listSeats } from '@/lib/board-seats/list-seats'
import { standing, titleName } from '@/lib/board-seats/rules'
import { dateIn } from '@/lib/time/local-date'
import { readShareSum } from '@/lib/units/read-share-sum'
import { AssociationFacts } from './association-facts'
import { AssociationFrame } from './association-frame'
import { ShareNotice } from './share-notice'

export const metadata: Metadata = { title: 'Association' }

const percentOf = (part: number, whole: number, of: string) =>
  whole === 0 ? '' : `${Math.floor((part * 100) / whole)}% of ${of}`

/** An association's record: figures, facts, the board of today and what was done. */
export default tenantPage({ can: 'association:read' }, async ({ tx, actor, params, brand }) => {
  const association = await readAssociation(tx, params.association ?? '')
  if (!association) notFound()
  const { id, zone } = association
  const overview = await readOverview(tx, id)
  const shares = await readShareSum(tx, id)
  const today = dateIn(zone, new Date())
  const board = (await listSeats(tx, id)).filter(seat => standing(seat, today) === 'now')
  const activity = await listActivity(tx, { type: 'association', id }, 5)
  const base = `/manage/associations/${id}`
  return (
    <AssociationFrame association={association} actor={actor} part="" locale={brand.locale}>
      <ShareNotice shares={shares} />
      <Stats
        className="mb-5"
        items={[
          { label: 'Units', value: overview.units, href: `${base}/units` },
          {
            label: 'With an owner',
            value: overview.owned,
            detail: percentOf(overview.owned, overview.units, 'units'),
          },
          {
            label: 'Owners',
            value: overview.owners,
            href: `/manage/homeowners?f.associationId=${id}`,
          },
          {
            label: 'In the portal',
            value: overview.inPortal,
            detail: percentOf(overview.inPortal, overview.owners, 'owners'),
          },
        ]}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Section title="Facts">
            <AssociationFacts association={association} shares={shares} />
          </Section>
          <Section
            title="Latest activity"
            padded={false}
            actions={<SectionLink href={`${base}/activity`}>All activity</SectionLink>}
          >
            <ActivityList
              sentenceOf={one => describeActivity(one, 'association')}
              activity={activity}
              addedAt={association.createdAt}
              zone={zone}
              locale={brand.locale}
            />
          </Section>
        </div>
        <Section
          title="Board"
          padded={false}
          actions={
            <SectionLink href={`${base}/board`}>
              {board.length > 0 ? 'All terms' : 'Add the board'}
            </SectionLink>
          }
        >
          <ul className="divide-y">
            {board.map(seat => (
              <li key={seat.id} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
                <Link href={`/manage/homeowners/${seat.homeownerId}`} className="truncate hover:underline">
                  {seat.name}
                </Link>
                <span className="text-13 text-muted">{titleName(seat.title)}</span>
              </li>
            ))}
            {board.length === 0 && <li className="px-4 py-6 text-muted">Nobody holds a seat today.</li>}
          </ul>
        </Section>
      </div>
    </AssociationFrame>
  )
})
