import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/app/t/[tenant]/manage/activity-list'
import { AssociationFrame } from '@/app/t/[tenant]/manage/associations/[association]/association-frame'
import { Section } from '@/components/ui/card'
import { tenantPage } from '@/lib/action/tenant-page'
import { describeActivity } from '@/lib/associations/describe-activity'
import { readAssociation } from '@/lib/associations/read-association'
import { listActivity } from '@/lib/audit-log/list-activity'

export const metadata: Metadata = { title: 'Activity' }

const shown = 200

/** What was done to an association, its board and its units. */
export default tenantPage({ can: 'association:read' }, async ({ tx, actor, params, brand }) => {
  const association = await readAssociation(tx, params.association ?? '')
  if (!association) notFound()
  const activity = await listActivity(tx, { type: 'association', id: association.id }, shown)
  return (
    <AssociationFrame association={association} actor={actor} part="/activity" locale={brand.locale}>
      <Section
        title="Activity"
        padded={false}
        footer={activity.length === shown ? `The latest ${shown} entries` : undefined}
      >
        <ActivityList
          sentenceOf={one => describeActivity(one, 'association')}
          activity={activity}
          addedAt={association.createdAt}
          zone={association.zone}
          locale={brand.locale}
        />
      </Section>
    </AssociationFrame>
  )
})
