import type { Metadata } from 'next'
import { AssociationForm } from '@/app/t/[tenant]/manage/associations/association-form'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'

export const metadata: Metadata = { title: 'Add an association' }

/** Adds an association. */
export default tenantPage({ can: 'association:write' }, async ({ brand }) => (
  <div className="max-w-2xl">
    <PageHeader
      crumbs={[{ label: 'Associations', href: '/manage/associations' }, { label: 'New' }]}
      title="Add an association"
    />
    <Card className="p-5">
      <AssociationForm zone={brand.zone} />
    </Card>
  </div>
))
