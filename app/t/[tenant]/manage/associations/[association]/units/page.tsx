import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssociationFrame } from '@/app/t/[tenant]/manage/associations/[association]/association-frame'
import { ShareNotice } from '@/app/t/[tenant]/manage/associations/[association]/share-notice'
import { unitBulkActions } from '@/app/t/[tenant]/manage/units/bulk-actions'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { RowOfHouses } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { tenantPage } from '@/lib/action/tenant-page'
import { readAssociation } from '@/lib/associations/read-association'
import { can } from '@/lib/auth/actor'
import { sql } from '@/lib/db/sql'
import { readShareSum } from '@/lib/units/read-share-sum'
import { shareText } from '@/lib/units/rules'
import { unitList } from '@/lib/units/unit-list'

export const metadata: Metadata = { title: 'Units of an association' }

const byLabel = { column: 'label', direction: 'asc' } as const

/** The units of one association, and whether their assessment shares make one whole. */
export default tenantPage({ can: 'unit:read' }, async ({ tx, actor, params, search, brand }) => {
  const association = await readAssociation(tx, params.association ?? '')
  if (!association) notFound()
  const { id } = association
  const shares = await readShareSum(tx, id)
  const table = await loadTable(tx, { ...unitList, defaultSort: byLabel }, search, {
    zone: brand.zone,
    where: sql`u.association_id = ${id}::uuid`,
    filters: ['status'],
    more: { label: { hrefKey: 'href' }, status: { kind: 'status' } },
    row: row => ({ href: `/manage/units/${row.id}`, share: shareText(row.share) }),
  })
  const columns = table.columns.filter(column => column.id !== 'association' && column.id !== 'county')
  const add = can(actor, 'unit:write') && association.status === 'active' && (
    <ButtonLink href={`/manage/associations/${id}/units/new`} variant="primary">
      Add units
    </ButtonLink>
  )
  return (
    <AssociationFrame association={association} actor={actor} part="/units" locale={brand.locale}>
      <ShareNotice shares={shares} />
      <DataTable
        noun="units"
        {...table}
        columns={columns}
        rowHrefKey="href"
        searchLabel="Search by number or address"
        bulkActions={unitBulkActions(actor, search['f.status'] === 'archived')}
        exportHref={can(actor, 'export:create') ? `/api/export/units/${id}` : undefined}
        empty={
          <EmptyState
            drawing={<RowOfHouses />}
            title="No units yet"
            action={
              <>
                {can(actor, 'import:create') && (
                  <ButtonLink href="/manage/imports/new">Import a roster</ButtonLink>
                )}
                {add}
              </>
            }
          >
            Add a numbered series in one go, or import a roster that names units and their owners.
          </EmptyState>
        }
      >
        {table.page.rows.length > 0 && add}
      </DataTable>
    </AssociationFrame>
  )
})
