import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { dunningList } from '@/lib/invoices/dunning-list'

export const metadata: Metadata = { title: 'Dunning' }

/** Invoices that could not be collected. */
export default platformPage({ can: 'invoice:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, dunningList, search, {
    more: {
      company: { hrefKey: 'href' },
      number: { hrefKey: 'page' },
      state: { kind: 'status' },
    },
    row: row => ({ href: `/tenants/${row.tenantId}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader title="Dunning" description="Open invoices of which a payment failed, the oldest first." />
      <DataTable
        noun="invoices"
        {...table}
        searchLabel="Search by company or number"
        exportHref="/api/desk/dunning"
        empty={
          <EmptyState drawing={<PaperTray />} title="Nobody owes anything">
            An invoice whose payment fails waits here until it is paid.
          </EmptyState>
        }
      />
    </Desk>
  )
})
