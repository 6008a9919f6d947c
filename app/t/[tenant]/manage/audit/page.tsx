import type { Metadata } from 'next'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { auditList } from '@/lib/audit-log/audit-list'
import { describeVia } from '@/lib/audit-log/describe-action'
import { listFilterOptions } from '@/lib/audit-log/list-filter-options'
import { can } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Audit log' }

/** Who did what, when; nothing here can be changed or removed. */
export default tenantPage({ can: 'audit:read' }, async ({ tx, actor, search, brand }) => {
  const { people, actions, subjects } = await listFilterOptions(tx)
  const table = await loadTable(tx, auditList, search, {
    zone: brand.zone,
    filters: [
      { id: 'personId', options: people },
      { id: 'action', options: actions },
      { id: 'subjectType', options: subjects },
      'at',
    ],
    more: { at: { hrefKey: 'href' } },
    row: row => ({
      href: `/manage/audit/${row.id}`,
      person: row.person ?? ((row.via === 'sign-in' && row.subject) || describeVia(row.via ?? '')),
    }),
  })
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who did what, and when. Entries can be neither changed nor deleted."
      />
      <DataTable
        noun="entries"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by subject"
        exportHref={can(actor, 'export:create') ? '/api/export/audit' : undefined}
        empty={
          <EmptyState drawing={<PaperTray />} title="Nothing has been done yet">
            Every change your people or the system make is written here.
          </EmptyState>
        }
      />
    </>
  )
})
