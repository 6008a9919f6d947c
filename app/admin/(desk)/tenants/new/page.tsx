import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { env } from '@/lib/env/env'
import { zoneChoices } from '@/lib/settings/rules'
import { CompanyForm } from './company-form'

export const metadata: Metadata = { title: 'New company' }

/** Setting a company up for somebody. */
export default platformPage({ can: 'tenant:create' }, async ({ admin }) => (
  <Desk admin={admin}>
    <PageHeader
      crumbs={[{ label: 'Tenants', href: '/tenants' }, { label: 'New company' }]}
      title="New company"
      description="The same steps as when a company signs up. When one of them fails, nothing stays behind."
    />
    <CompanyForm rootHost={new URL(env().PUBLIC_ORIGIN).host} zones={zoneChoices('America/New_York')} />
  </Desk>
))
