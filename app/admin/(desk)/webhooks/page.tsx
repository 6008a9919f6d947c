import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { webhookList } from '@/lib/invoices/webhook-list'

export const metadata: Metadata = { title: 'Webhooks' }

/** What Stripe reported. */
export default platformPage({ can: 'invoice:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, webhookList, search, {
    filters: ['outcome', 'receivedAt'],
    more: { company: { hrefKey: 'href' }, outcome: { kind: 'status' } },
    row: row => ({ href: row.tenantId ? `/tenants/${row.tenantId}` : null }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Webhooks"
        description="Events from Stripe that were proved to be its own. Each counts once, however often it is delivered."
      />
      <DataTable
        noun="events"
        {...table}
        searchLabel="Search by event or company"
        exportHref="/api/desk/webhooks"
        empty={
          <EmptyState drawing={<PaperTray />} title="Nothing received yet">
            Stripe reports here as soon as something happens to a customer, subscription or invoice.
          </EmptyState>
        }
      />
    </Desk>
  )
})
