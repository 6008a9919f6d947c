import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { describePlatformAction } from '@/lib/directory/describe-platform-action'
import { platformAuditList } from '@/lib/directory/platform-audit-list'

export const metadata: Metadata = { title: 'Audit log' }

/** What platform admins did; nothing here can be changed or removed. */
export default platformPage({ can: 'audit:read' }, async ({ tx, admin, search }) => {
  const admins = await tx.platformAdmin.findMany({
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const done = await tx.platformAuditEntry.findMany({ distinct: ['action'], select: { action: true } })
  const actions = done
    .map(({ action }) => ({ value: action, label: describePlatformAction(action) }))
    .sort((one, two) => one.label.localeCompare(two.label))
  const table = await loadTable(tx, platformAuditList, search, {
    filters: [
      { id: 'adminId', options: admins.map(({ id, name }) => ({ value: id, label: name })) },
      { id: 'action', options: actions },
      'at',
    ],
  })
  return (
    <Desk admin={admin}>
      <PageHeader title="Audit log" description="What the platform’s admins did, and when." />
      <DataTable
        noun="entries"
        {...table}
        searchLabel="Search by admin or company"
        exportHref="/api/desk/audit"
        empty={
          <EmptyState drawing={<PaperTray />} title="Nothing has been done yet">
            Suspending a company, trying a job again or signing in is written here.
          </EmptyState>
        }
      />
    </Desk>
  )
})
