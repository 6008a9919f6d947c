import type { Metadata } from 'next'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { EmptyPlot } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { tenantList } from '@/lib/directory/tenant-list'
import { Desk } from './desk'

export const metadata: Metadata = { title: 'Tenants' }

/** Every company on the platform, as the directory knows it. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, tenantList, search, {
    filters: ['status', 'kind', 'createdAt'],
    more: { name: { hrefKey: 'href' }, status: { kind: 'status' } },
    row: row => ({ href: `/tenants/${row.id}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Tenants"
        description="What the directory knows. What a company keeps in Portico is its own and not shown here."
      />
      <DataTable
        noun="tenants"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by name or address"
        empty={
          <EmptyState drawing={<EmptyPlot />} title="No tenants yet">
            Companies that sign up on the site appear here.
          </EmptyState>
        }
      />
    </Desk>
  )
})
