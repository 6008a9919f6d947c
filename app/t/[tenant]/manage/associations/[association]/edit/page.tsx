import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssociationForm } from '@/app/t/[tenant]/manage/associations/association-form'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { readAssociation } from '@/lib/associations/read-association'

export const metadata: Metadata = { title: 'Edit association' }

/** Changes an association's facts. */
export default tenantPage({ can: 'association:write' }, async ({ tx, params, brand }) => {
  const association = await readAssociation(tx, params.association ?? '')
  if (!association || association.status === 'archived') notFound()
  const { id, updatedAt, ...record } = association
  const { name, legalName, kind, street, city, region, postalCode, county } = record
  const { zone, fiscalYearStartMonth, jurisdiction, externalKey, recordedOn } = record
  const place = { street, city, region, postalCode, county, zone }
  const facts = {
    name,
    legalName,
    kind,
    ...place,
    fiscalYearStartMonth,
    jurisdiction,
    externalKey,
    recordedOn,
  }
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[
          { label: 'Associations', href: '/manage/associations' },
          { label: name, href: `/manage/associations/${id}` },
          { label: 'Edit' },
        ]}
        title={`Edit ${name}`}
      />
      <Card className="p-5">
        <AssociationForm zone={brand.zone} edited={{ id, seen: updatedAt.toISOString(), facts }} />
      </Card>
    </div>
  )
})
