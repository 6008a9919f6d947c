import { Notice } from '@/components/ui/notice'
import { Count } from '@/components/ui/number'
import { PageHeader } from '@/components/ui/page-header'
import { Stats } from '@/components/ui/stat'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { readOnboarding } from '@/lib/onboarding/read-onboarding'
import { readOverview } from '@/lib/overview/read-overview'
import { FirstSteps } from './first-steps'
import { RecentActivity } from './recent-activity'
import { Shortcuts } from './shortcuts'

export const metadata = { title: 'Home' }

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** Home of the back office: how much there is, what to do next, what was done last. */
export default tenantPage({ can: 'association:read' }, async ({ tx, actor, brand }) => {
  const { counts, activity } = await readOverview(tx, actor)
  const onboarding = await readOnboarding(tx, actor)
  const { locale, zone } = brand
  const isNew = counts.associations === 0 && counts.homeowners === 0
  const showsActivity = can(actor, 'audit:read') && activity.length > 0
  const showsSteps = onboarding !== null && !onboarding.dismissed
  return (
    <>
      <PageHeader
        title={isNew ? `Welcome, ${actor.name.split(' ')[0]}` : brand.name}
        description={
          isNew
            ? 'Your back office is open. Bring in what you manage, and invite the people it is for.'
            : undefined
        }
      />
      <Stats
        className="mb-6"
        items={[
          {
            label: 'Associations',
            value: <Count value={counts.associations} locale={locale} />,
            href: '/manage/associations',
          },
          { label: 'Units', value: <Count value={counts.units} locale={locale} />, href: '/manage/units' },
          {
            label: 'Homeowners',
            value: <Count value={counts.homeowners} locale={locale} />,
            href: '/manage/homeowners',
          },
          {
            label: 'Invited to the portal',
            value: <Count value={counts.invited} locale={locale} />,
            detail:
              counts.homeowners > 0
                ? `${percent(counts.invited, counts.homeowners)}% of homeowners`
                : undefined,
          },
        ]}
      />
      {brand.kind !== 'associations' && (
        <Notice className="mb-6" title="Vacation rentals are still being built">
          Associations, units and homeowners are ready to use. Properties, bookings and owner statements will
          appear here when they work.
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
        {showsSteps && <FirstSteps onboarding={onboarding} />}
        {showsActivity && <RecentActivity activity={activity} zone={zone} locale={locale} />}
        {!showsSteps && !showsActivity && <Shortcuts actor={actor} />}
      </div>
    </>
  )
})
