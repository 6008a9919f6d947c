import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { deadLetterActs } from '@/app/admin/(desk)/jobs/dead-letter-acts'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { platformPage } from '@/lib/action/platform-entry'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { companyJobList } from '@/lib/jobs/company-job-list'

export const metadata: Metadata = { title: 'Jobs of a company' }

/** What is done for a company in the background; what was given up can be tried again. */
export default platformPage({ can: 'job:read' }, async ({ tx, admin, params, search }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  if (!company) notFound()
  const table = await loadTable(tx, companyJobList(company.id), search, {
    filters: ['state', 'job', 'createdAt'],
    more: { job: { kind: 'text', hrefKey: 'href' }, state: { kind: 'status' } },
    row: row => ({ href: row.state === 'given-up' ? `/jobs/${row.id}` : null }),
  })
  return (
    <TenantFrame admin={admin} company={company} part="/jobs">
      <p className="mb-4 text-muted">
        Work in the background, what was given up first. What is done stays for a week. Jobs carry ids, never
        content.
      </p>
      <DataTable
        noun="jobs"
        searchLabel="Search by error"
        {...table}
        bulkActions={deadLetterActs(admin)}
        empty={
          <EmptyState drawing={<PaperTray />} title="No jobs">
            Nothing waits or runs, and nothing was done this week.
          </EmptyState>
        }
      />
    </TenantFrame>
  )
})
