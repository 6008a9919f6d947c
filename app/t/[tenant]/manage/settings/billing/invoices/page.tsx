import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { myInvoiceList } from '@/lib/invoices/my-invoice-list'

export const metadata = { title: 'Invoices' }

/** Every invoice of Portico's to the company. */
export default tenantPage({ can: 'billing:read' }, async ({ tx, search, brand }) => {
  const table = await loadTable(tx, myInvoiceList, search, {
    zone: brand.zone,
    filters: ['status', 'issuedOn'],
    more: {
      number: { hrefKey: 'href' },
      status: { kind: 'status' },
      pdf: { hrefKey: 'pdfUrl' },
    },
    row: row => ({ href: `/manage/settings/billing/invoices/${row.id}` }),
  })
  return (
    <>
      <PageHeader
        title="Invoices"
        crumbs={[
          { label: 'Settings', href: '/manage/settings' },
          { label: 'Billing', href: '/manage/settings/billing' },
          { label: 'Invoices' },
        ]}
      />
      <DataTable
        noun="invoices"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by number"
        empty={
          <EmptyState drawing={<PaperTray />} title="No invoices yet">
            The first one comes when the trial ends.
          </EmptyState>
        }
      />
    </>
  )
})
