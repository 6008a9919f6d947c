import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { tenantPage } from '@/lib/action/tenant-page'
import { readAssociation } from '@/lib/associations/read-association'
import { AddSeriesForm } from './add-series-form'
import { AddUnitForm } from './add-unit-form'

export const metadata: Metadata = { title: 'Add units' }

/** Adds units to an association: a numbered series, or one. */
export default tenantPage({ can: 'unit:write' }, async ({ tx, params }) => {
  const association = await readAssociation(tx, params.association ?? '')
  if (!association || association.status === 'archived') notFound()
  const { id, name } = association
  const base = `/manage/associations/${id}`
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[
          { label: 'Associations', href: '/manage/associations' },
          { label: name, href: base },
          { label: 'Units', href: `${base}/units` },
          { label: 'Add' },
        ]}
        title={`Add units to ${name}`}
      />
      <Tabs
        label="How many"
        tabs={[
          {
            value: 'series',
            label: 'A numbered series',
            content: (
              <Card className="p-5">
                <AddSeriesForm associationId={id} />
              </Card>
            ),
          },
          {
            value: 'one',
            label: 'One unit',
            content: (
              <Card className="p-5">
                <AddUnitForm associationId={id} />
              </Card>
            ),
          },
        ]}
      />
    </div>
  )
})
