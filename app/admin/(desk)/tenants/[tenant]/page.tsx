import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Instant } from '@/components/ui/time'
import { readCustomer } from '@/lib/accounts/read-customer'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { tenantKinds } from '@/lib/directory/rules'
import { readStanding } from '@/lib/support-access/read-standing'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { listRuns } from '@/lib/tenants/list-runs'
import { DeletionSection } from './deletion-section'
import { SetUpSection } from './set-up-section'
import { SupportSection } from './support-section'
import { TenantFrame } from './tenant-frame'
import { Timeline } from './timeline'

export const metadata: Metadata = { title: 'Tenant' }

/** One company: its directory entry, what its jobs are at, and suspending it. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, params }) => {
  const tenant = await readDirectoryTenant(tx, params.tenant ?? '')
  if (!tenant) notFound()
  const standing = await readStanding(tx, tenant.id)
  const customer = await readCustomer(tx, tenant.id)
  const [run] = await listRuns(tx, { tenantId: tenant.id }, 1)
  const { id, slug, kind, placement, createdAt, domains, jobs } = tenant
  const url = tenantUrl(slug)
  return (
    <TenantFrame admin={admin} company={tenant} part="">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Section title="Directory entry">
          <Details
            items={[
              {
                label: 'Address',
                value: (
                  <a href={url} className="underline underline-offset-4 hover:text-accent-ink">
                    {url}
                  </a>
                ),
              },
              {
                label: 'Own domains',
                value: domains.map(({ host, status }) => `${host} (${status})`).join(', '),
              },
              { label: 'Manages', value: tenantKinds.find(choice => choice.value === kind)?.label },
              { label: 'Signed up', value: <Instant at={createdAt} zone="UTC" zoned /> },
              { label: 'Placement', value: placement ?? 'Shared database' },
              { label: 'Id', value: <code className="text-xs">{id}</code> },
            ]}
          />
        </Section>
        {run && <SetUpSection run={run} />}
        <Section
          title="Jobs under way"
          actions={
            adminCan(admin, 'job:read') && (
              <ButtonLink size="sm" href={`/tenants/${id}/jobs`}>
                All jobs
              </ButtonLink>
            )
          }
        >
          {jobs.length === 0 ? (
            <p className="text-muted">Nothing is waiting or running.</p>
          ) : (
            <Details
              items={jobs.map(job => ({
                label: job.name,
                value: `${job.count} ${words[job.state] ?? job.state}`,
              }))}
            />
          )}
        </Section>
        <SupportSection standing={standing} admin={admin} tenantId={id} />
        <Section title="Timeline">
          <Timeline steps={customer?.timeline ?? []} />
        </Section>
        {adminCan(admin, 'tenant:delete') && (
          <DeletionSection
            id={id}
            name={tenant.name}
            status={tenant.status}
            request={tenant.deletionRequests[0] ?? null}
          />
        )}
      </div>
    </TenantFrame>
  )
})

const words: Record<string, string> = {
  created: 'waiting',
  retry: 'waiting to be tried again',
  active: 'running',
  dead: 'given up',
}
