import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { adminList } from '@/lib/admins/admin-list'
import { adminCan } from '@/lib/auth/admin-actor'
import { PermissionTable } from './permission-table'

export const metadata: Metadata = { title: 'Admins' }

const factorOptions = [
  { value: 'true', label: 'Set up' },
  { value: 'false', label: 'Not set up yet' },
]

/** The platform's own people and what their roles may do. */
export default platformPage({ can: 'admin:read' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, adminList, search, {
    filters: ['role', 'state', { id: 'enrolled', options: factorOptions }],
    more: { name: { hrefKey: 'href' }, role: { kind: 'text' }, state: { kind: 'status' } },
    row: row => ({ href: `/admins/${row.id}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Admins"
        description="The people who run Portico. Each signs in with a password and a code."
        actions={
          adminCan(admin, 'admin:manage') && (
            <ButtonLink variant="primary" href="/admins/invite">
              Invite an admin
            </ButtonLink>
          )
        }
      />
      <DataTable
        noun="admins"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by name or email"
        empty={<EmptyState title="Nobody here yet">Invite the people who run Portico with you.</EmptyState>}
      />
      <div className="mt-8">
        <PermissionTable />
      </div>
    </Desk>
  )
})
