import type { Metadata } from 'next'
import { AddHomeownerForm } from '@/app/t/[tenant]/manage/homeowners/add-homeowner-form'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'

export const metadata: Metadata = { title: 'Add a homeowner' }

/** Adds a homeowner. */
export default tenantPage({ can: 'homeowner:write' }, async ({ actor }) => (
  <div className="max-w-2xl">
    <PageHeader
      crumbs={[{ label: 'Homeowners', href: '/manage/homeowners' }, { label: 'New' }]}
      title="Add a homeowner"
      description="Who they are and how to reach them. Their unit is given to them by a transfer, on the unit’s page."
    />
    <Card className="p-5">
      <AddHomeownerForm guest={actor.guest !== null} />
    </Card>
  </div>
))
