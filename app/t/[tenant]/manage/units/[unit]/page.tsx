import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/app/t/[tenant]/manage/activity-list'
import { archiveUnitsAction, restoreUnitsAction } from '@/app/t/[tenant]/manage/units/actions'
import { ActionButton } from '@/components/form/confirm-action'
import { Status } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { describeActivity } from '@/lib/associations/describe-activity'
import { addressLine } from '@/lib/associations/rules'
import { listActivity } from '@/lib/audit-log/list-activity'
import { can } from '@/lib/auth/actor'
import { formatFraction, formatShare } from '@/lib/fraction/fraction'
import { readHistory } from '@/lib/ownerships/read-history'
import { readUnit, type UnitRecord } from '@/lib/units/read-unit'
import { OwnershipSection } from './ownership-section'

export const metadata: Metadata = { title: 'Unit' }

function UnitFacts({ unit }: { unit: UnitRecord }) {
  const { assessmentShare, association } = unit
  return (
    <Details
      items={[
        { label: 'Address', value: addressLine(unit) || addressLine(association) },
        { label: 'Votes', value: formatFraction(unit.voteWeight) },
        {
          label: 'Assessment share',
          value: assessmentShare ? formatShare(assessmentShare) : 'An equal part',
        },
      ]}
    />
  )
}

function Actions({ unit }: { unit: UnitRecord }) {
  const { id, label } = unit
  if (unit.status === 'archived')
    return (
      unit.association.status === 'active' && (
        <ActionButton
          action={restoreUnitsAction}
          values={{ ids: [id] }}
          label="Restore"
          doneMessage={`${label} is out of the archive`}
        />
      )
    )
  return (
    <>
      <ActionButton
        action={archiveUnitsAction}
        undoAction={restoreUnitsAction}
        values={{ ids: [id] }}
        variant="ghost"
        label="Archive"
        doneMessage={`${label} is in the archive`}
      />
      <ButtonLink href={`/manage/units/${id}/edit`}>Edit</ButtonLink>
    </>
  )
}

/** A unit's record: who owns it, its facts and what was done. */
export default tenantPage({ can: 'unit:read' }, async ({ tx, actor, params, brand }) => {
  const unit = await readUnit(tx, params.unit ?? '')
  const history = unit && (await readHistory(tx, unit.id))
  if (!unit || !history) notFound()
  const activity = await listActivity(tx, { type: 'unit', id: unit.id })
  const base = `/manage/associations/${unit.associationId}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Associations', href: '/manage/associations' },
          { label: unit.association.name, href: base },
          { label: `Unit ${unit.label}` },
        ]}
        title={`Unit ${unit.label}`}
        status={unit.status === 'archived' && <Status>Archived</Status>}
        description={unit.association.name}
        actions={can(actor, 'unit:write') && <Actions unit={unit} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {can(actor, 'homeowner:read') && (
            <OwnershipSection history={history} canWrite={can(actor, 'homeowner:write')} />
          )}
          <Section title="Activity" padded={false}>
            <ActivityList
              sentenceOf={one => describeActivity(one, 'unit')}
              activity={activity}
              addedAt={unit.createdAt}
              zone={unit.association.zone}
              locale={brand.locale}
            />
          </Section>
        </div>
        <Section title="Facts" className="max-xl:row-start-1">
          <UnitFacts unit={unit} />
        </Section>
      </div>
    </>
  )
})
