import type { Metadata } from 'next'
import { loadViews } from '@/app/t/[tenant]/manage/load-views'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { RowOfHouses } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { shareText } from '@/lib/units/rules'
import { unitList } from '@/lib/units/unit-list'
import { unitBulkActions } from './bulk-actions'

export const metadata: Metadata = { title: 'Units' }

/** The units of all associations. */
export default tenantPage({ can: 'unit:read' }, async ({ tx, actor, search, brand }) => {
  const table = await loadTable(tx, unitList, search, {
    zone: brand.zone,
    filters: ['status', 'createdAt'],
    more: {
      label: { hrefKey: 'id', hrefBase: '/manage/units/' },
      association: { hrefKey: 'associationId', hrefBase: '/manage/associations/' },
      status: { kind: 'status' },
    },
    row: row => ({ share: shareText(row.share) }),
  })
  const views = await loadViews(tx, actor, 'units')
  return (
    <>
      <PageHeader title="Units" />
      <DataTable
        noun="units"
        {...table}
        rowHrefKey="id"
        rowHrefBase="/manage/units/"
        searchLabel="Unit, address or association"
        views={views}
        bulkActions={unitBulkActions(actor, search['f.status'] === 'archived')}
        exportHref={can(actor, 'export:create') ? '/api/export/units' : undefined}
        empty={
          table.page.rows.length === 0 && (
            <EmptyState
              drawing={<RowOfHouses />}
              title="No units yet"
              action={
                <>
                  {can(actor, 'import:create') && (
                    <ButtonLink href="/manage/imports/new">Import a roster</ButtonLink>
                  )}
                  <ButtonLink href="/manage/associations" variant="primary">
                    Open an association
                  </ButtonLink>
                </>
              }
            >
              Units belong to an association. Open one and add its units as a numbered series, or import a
              roster.
            </EmptyState>
          )
        }
      />
    </>
  )
})
