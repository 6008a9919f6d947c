import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { readHistory } from '@/lib/ownerships/read-history'
import { CorrectForm } from './correct-form'

export const metadata: Metadata = { title: 'Correct the owners of a unit' }

/** Corrects the record of who owned a unit when. */
export default tenantPage({ can: 'homeowner:write' }, async ({ tx, params }) => {
  const history = await readHistory(tx, params.unit ?? '')
  if (!history) notFound()
  const { unit, association, periods, seen } = history
  return (
    <div className="max-w-4xl">
      <PageHeader
        crumbs={[
          { label: 'Associations', href: '/manage/associations' },
          { label: association.name, href: `/manage/associations/${association.id}` },
          { label: `Unit ${unit.label}`, href: `/manage/units/${unit.id}` },
          { label: 'Correct' },
        ]}
        title={`Correct the owners of unit ${unit.label}`}
        description="For mistakes in the record. When the unit was sold, transfer it instead."
      />
      <Card className="p-5">
        <CorrectForm unitId={unit.id} seen={seen} periods={periods} />
      </Card>
    </div>
  )
})
