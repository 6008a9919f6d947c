import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyPlot } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { companyList, planOptions } from '@/lib/metrics/company-list'
import { featuresUsed } from '@/lib/metrics/features-used'

export const metadata: Metadata = { title: 'Companies' }

/** Every company on the platform: plan, standing, use and revenue. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, companyList, search, {
    filters: [
      'state',
      { id: 'plan', options: planOptions },
      { id: 'uses', options: featuresUsed },
      'createdAt',
    ],
    more: {
      name: { hrefKey: 'href' },
      state: { kind: 'status' },
    },
    row: row => ({ href: `/tenants/${row.id}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Companies"
        description="Plans, use and money. What a company keeps in Portico is its own and not shown here."
        actions={
          adminCan(admin, 'tenant:create') && (
            <ButtonLink variant="primary" href="/tenants/new">
              New company
            </ButtonLink>
          )
        }
      />
      <DataTable
        noun="companies"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by name or address"
        exportHref="/api/desk/tenants"
        empty={
          <EmptyState drawing={<EmptyPlot />} title="No companies yet">
            Those that sign up on the site appear here.
          </EmptyState>
        }
      />
    </Desk>
  )
})
