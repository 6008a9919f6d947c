import { Send } from 'lucide-react'
import type { Metadata } from 'next'
import { loadViews } from '@/app/t/[tenant]/manage/load-views'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { Neighbours } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { listAssociationChoices } from '@/lib/associations/list-association-choices'
import { can, type UserActor } from '@/lib/auth/actor'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import { formatPhone } from '@/lib/phone/format-phone'
import { inviteHomeownersAction } from './actions'

export const metadata: Metadata = { title: 'Homeowners' }

const invite = (actor: UserActor) =>
  can(actor, 'homeowner:invite')
    ? [
        {
          label: 'Invite to the portal',
          icon: <Send aria-hidden />,
          action: inviteHomeownersAction,
          doneMessage: 'Done',
          confirm: {
            title: 'Invite {count} {homeowner|homeowners} to the portal?',
            confirm: 'Send invitations',
            text: 'Everybody with an email address who has not signed in yet gets an invitation; the others are left out and counted.',
          },
        },
      ]
    : []

/** The homeowners of the tenant: what they own today and where they stand with the portal. */
export default tenantPage({ can: 'homeowner:read' }, async ({ tx, actor, search, brand }) => {
  const associations = await listAssociationChoices(tx)
  const table = await loadTable(tx, homeownerList, search, {
    zone: brand.zone,
    filters: [
      { id: 'associationId', options: associations.map(({ id, name }) => ({ value: id, label: name })) },
      'portal',
      'createdAt',
      'status',
    ],
    more: { name: { hrefKey: 'href' }, portal: { kind: 'status' }, status: { kind: 'status' } },
    row: row => ({
      href: `/manage/homeowners/${row.id}`,
      phone: row.phone ? formatPhone(row.phone) : null,
    }),
  })
  const add = can(actor, 'homeowner:write') && (
    <ButtonLink href="/manage/homeowners/new" variant="primary">
      Add a homeowner
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title="Homeowners" actions={add} />
      <DataTable
        noun="homeowners"
        {...table}
        rowHrefKey="href"
        searchLabel="Name, email or phone"
        bulkActions={invite(actor)}
        views={await loadViews(tx, actor, 'homeowners')}
        exportHref={can(actor, 'export:create') ? '/api/export/homeowners' : undefined}
        empty={
          <EmptyState
            drawing={<Neighbours />}
            title="No homeowners yet"
            action={
              <>
                {can(actor, 'import:create') && (
                  <ButtonLink href="/manage/imports/new">Import a roster</ButtonLink>
                )}
                {add}
              </>
            }
          >
            Bring in a roster of owners from a spreadsheet, or add the first one by hand.
          </EmptyState>
        }
      />
    </>
  )
})
