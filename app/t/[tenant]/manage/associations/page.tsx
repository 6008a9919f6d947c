import type { Metadata } from 'next'
import { loadViews } from '@/app/t/[tenant]/manage/load-views'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { associationList } from '@/lib/associations/association-list'
import { listCounties } from '@/lib/associations/list-counties'
import { can } from '@/lib/auth/actor'
import { bulkActions } from './bulk-actions'

export const metadata: Metadata = { title: 'Associations' }

/** The associations of the tenant. */
export default tenantPage({ can: 'association:read' }, async ({ tx, actor, search, brand }) => {
  const counties = (await listCounties(tx)).map(county => ({ value: county, label: county }))
  const table = await loadTable(tx, associationList, search, {
    zone: brand.zone,
    filters: [{ id: 'county', options: counties }, 'kind', 'status', 'createdAt'],
    more: {
      name: { hrefKey: 'href' },
      kind: { kind: 'text' },
      status: { kind: 'status' },
    },
    row: row => ({ href: `/manage/associations/${row.id}` }),
  })
  const views = await loadViews(tx, actor, 'associations')
  const add = can(actor, 'association:write') && (
    <ButtonLink href="/manage/associations/new" variant="primary">
      Add an association
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title="Associations" actions={add} />
      <DataTable
        noun="associations"
        {...table}
        rowHrefKey="href"
        searchLabel="Name, city or register number"
        views={views}
        bulkActions={bulkActions(actor, search['f.status'] === 'archived')}
        exportHref={can(actor, 'export:create') ? '/api/export/associations' : undefined}
        empty={
          <EmptyState
            title="No associations yet"
            action={
              <>
                {can(actor, 'import:create') && (
                  <ButtonLink href="/manage/imports/new">Import a register</ButtonLink>
                )}
                {add}
              </>
            }
          >
            Import the communities you manage from a register or spreadsheet, or add the first by hand.
          </EmptyState>
        }
      />
    </>
  )
})
