import { Check } from 'lucide-react'
import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { differenceList } from '@/lib/usage/difference-list'
import { resolveDifferencesAction } from './actions'

export const metadata: Metadata = { title: 'Differences' }

/** Where our figures do not agree with a recount, or our bill with Stripe's. */
export default platformPage({ can: 'invoice:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, differenceList, search, {
    filters: ['kind', 'meter', 'foundAt', 'resolvedAt'],
    more: {
      tenant: { hrefKey: 'href' },
      kind: { kind: 'text' },
      subject: { kind: 'text' },
      meter: { kind: 'text' },
      ours: { align: 'end' },
      recount: { align: 'end' },
      off: { align: 'end' },
    },
    row: row => ({ href: `/tenants/${row.tenantId}/use` }),
  })
  const resolve = {
    label: 'Resolve',
    icon: <Check aria-hidden />,
    action: resolveDifferencesAction,
    doneMessage: '{count} resolved',
    confirm: {
      title: 'Resolve {count} {difference|differences}?',
      confirm: 'Resolve',
      text: 'What still differs is found again by the next comparison.',
    },
  }
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Differences"
        description="Every night usage is counted again from the facts, and our bill compared with Stripe’s, to the cent."
      />
      <DataTable
        noun="differences"
        {...table}
        searchLabel="Search by company"
        exportHref="/api/desk/differences"
        bulkActions={adminCan(admin, 'account:change') ? [resolve] : []}
        empty={
          <EmptyState drawing={<PaperTray />} title="Everything agrees">
            A difference that a comparison finds waits here until it is gone or somebody dealt with it.
          </EmptyState>
        }
      />
    </Desk>
  )
})
