import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EditForm } from '@/app/t/[tenant]/manage/edit-form'
import { editUnitAction } from '@/app/t/[tenant]/manage/units/actions'
import { UnitFields } from '@/app/t/[tenant]/manage/units/unit-fields'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { formatFraction, formatShare } from '@/lib/fraction/fraction'
import { readUnit } from '@/lib/units/read-unit'

export const metadata: Metadata = { title: 'Edit unit' }

/** Changes a unit's facts. */
export default tenantPage({ can: 'unit:write' }, async ({ tx, params }) => {
  const unit = await readUnit(tx, params.unit ?? '')
  if (!unit || unit.status === 'archived') notFound()
  const { id, label, street, city, region, postalCode, updatedAt, association } = unit
  const facts = {
    ...{ label, street, city, region, postalCode },
    voteWeight: formatFraction(unit.voteWeight),
    assessmentShare: unit.assessmentShare ? formatShare(unit.assessmentShare) : '',
  }
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[
          { label: 'Associations', href: '/manage/associations' },
          { label: association.name, href: `/manage/associations/${unit.associationId}` },
          { label: `Unit ${label}`, href: `/manage/units/${id}` },
          { label: 'Edit' },
        ]}
        title={`Edit unit ${label}`}
      />
      <Card className="p-5">
        <EditForm
          action={editUnitAction}
          record={{ name: 'unitId', id }}
          seen={updatedAt}
          href={`/manage/units/${id}`}
        >
          <UnitFields facts={facts} />
        </EditForm>
      </Card>
    </div>
  )
})
