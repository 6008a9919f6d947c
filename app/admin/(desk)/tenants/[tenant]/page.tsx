import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Section } from '@/components/ui/card'
import { readCustomer } from '@/lib/accounts/read-customer'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { readCompanyFigures } from '@/lib/metrics/read-company-figures'
import { limitsOf } from '@/lib/plans/rules'
import { readStanding } from '@/lib/support-access/read-standing'
import { listRuns } from '@/lib/tenants/list-runs'
import { CompanyFigures } from './company-figures'
import { CompanySection } from './company-section'
import { DeletionSection } from './deletion-section'
import { JobsSection } from './jobs-section'
import { SetUpSection } from './set-up-section'
import { SupportSection } from './support-section'
import { TenantFrame } from './tenant-frame'
import { Timeline } from './timeline'

export const metadata: Metadata = { title: 'Company' }

/** One company: its figures, its directory entry, what became of its account, and what is under way. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, params }) => {
  const tenant = await readDirectoryTenant(tx, params.tenant ?? '')
  if (!tenant) notFound()
  const { id, name, status, jobs, deletionRequests } = tenant
  const standing = await readStanding(tx, id)
  const customer = await readCustomer(tx, id)
  const figures = await readCompanyFigures(tx, id)
  const [run] = await listRuns(tx, { tenantId: id }, 1)
  return (
    <TenantFrame admin={admin} company={tenant} part="">
      {figures && <CompanyFigures row={figures} limits={limitsOf(customer?.plans ?? [])} />}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <CompanySection company={tenant} />
          <SupportSection standing={standing} admin={admin} tenantId={id} />
          {adminCan(admin, 'job:read') && <JobsSection jobs={jobs} href={`/tenants/${id}/jobs`} />}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Section title="Timeline" padded={false}>
            <Timeline steps={customer?.timeline ?? []} />
          </Section>
          {run && <SetUpSection run={run} />}
          {adminCan(admin, 'tenant:delete') && (
            <DeletionSection id={id} name={name} status={status} request={deletionRequests[0] ?? null} />
          )}
        </div>
      </div>
    </TenantFrame>
  )
})
