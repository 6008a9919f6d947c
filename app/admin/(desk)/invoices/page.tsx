import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { platformInvoiceList } from '@/lib/invoices/platform-invoice-list'

export const metadata: Metadata = { title: 'Invoices' }

/** Every invoice to every company. */
export default platformPage({ can: 'invoice:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, platformInvoiceList, search, {
    filters: ['status', 'issuedAt'],
    more: {
      number: { hrefKey: 'page' },
      company: { hrefKey: 'href' },
      status: { kind: 'status' },
    },
    row: row => ({ href: `/tenants/${row.tenantId}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader title="Invoices" description="As Stripe has them; kept current by its webhooks." />
      <DataTable
        noun="invoices"
        {...table}
        searchLabel="Search by company or number"
        exportHref="/api/desk/invoices"
        empty={
          <EmptyState drawing={<PaperTray />} title="No invoices yet">
            The first invoice is issued when a company’s trial ends.
          </EmptyState>
        }
      />
    </Desk>
  )
})
