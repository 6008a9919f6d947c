import type { Metadata } from 'next'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { RowOfHouses } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { importList } from '@/lib/imports/import-list'

export const metadata: Metadata = { title: 'Imports' }

/** The files brought in so far and where each stands. */
export default tenantPage({ can: 'import:read' }, async ({ tx, actor, search, brand }) => {
  const table = await loadTable(tx, importList, search, {
    zone: brand.zone,
    filters: ['kind', 'state', 'createdAt'],
    more: { fileName: { hrefKey: 'href' }, state: { kind: 'status' } },
    row: row => ({ href: `/manage/imports/${row.id}` }),
  })
  const start = can(actor, 'import:create') && (
    <ButtonLink href="/manage/imports/new" variant="primary">
      Import a file
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title="Imports" actions={start} />
      <DataTable
        noun="imports"
        {...table}
        rowHrefKey="href"
        empty={
          <EmptyState drawing={<RowOfHouses />} title="Nothing imported yet" action={start}>
            Bring in your associations from a public register, and their homeowners from a spreadsheet.
          </EmptyState>
        }
      />
    </>
  )
})
