import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/app/t/[tenant]/manage/activity-list'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { listActivity } from '@/lib/audit-log/list-activity'
import { can } from '@/lib/auth/actor'
import { describeActivity } from '@/lib/homeowners/describe-activity'
import { readHomeowner } from '@/lib/homeowners/read-homeowner'
import { listHomeownerUnits } from '@/lib/ownerships/list-homeowner-units'
import { ContactFacts } from './contact-facts'
import { OwnedUnits } from './owned-units'
import { PortalAccess } from './portal-access'
import { RecordActions } from './record-actions'

export const metadata: Metadata = { title: 'Homeowner' }

/** A homeowner's record: contact facts, units now and before, access to the portal and what was done. */
export default tenantPage({ can: 'homeowner:read' }, async ({ tx, actor, params, brand }) => {
  const homeowner = await readHomeowner(tx, params.homeowner ?? '')
  if (!homeowner) notFound()
  const units = await listHomeownerUnits(tx, homeowner.id)
  const activity = await listActivity(tx, { type: 'homeowner', id: homeowner.id })
  const archived = homeowner.status === 'archived'
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Homeowners', href: '/manage/homeowners' }, { label: homeowner.name }]}
        title={homeowner.name}
        status={archived && <Status>Archived</Status>}
        actions={
          can(actor, 'homeowner:write') && (
            <RecordActions
              id={homeowner.id}
              name={homeowner.name}
              archived={archived}
              held={actor.guest !== null && homeowner.access !== null}
            />
          )
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Section title="Units" padded={false}>
            <OwnedUnits units={units} />
          </Section>
          <Section title="Activity" padded={false}>
            <ActivityList
              sentenceOf={describeActivity}
              activity={activity}
              addedAt={homeowner.createdAt}
              zone={brand.zone}
              locale={brand.locale}
            />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-5 max-xl:row-start-1">
          <Section title="Contact">
            <ContactFacts homeowner={homeowner} />
          </Section>
          <PortalAccess
            homeowner={homeowner}
            canInvite={can(actor, 'homeowner:invite') && !archived}
            zone={brand.zone}
            locale={brand.locale}
          />
        </div>
      </div>
    </>
  )
})
