import type { Metadata } from 'next'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { Envelope } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { messageList } from '@/lib/messaging/message-list'
import { formatPhone } from '@/lib/phone/format-phone'

export const metadata: Metadata = { title: 'Messages' }

/** Every email and text the company has sent, and how far each got. */
export default tenantPage({ can: 'message:read' }, async ({ tx, actor, search, brand }) => {
  const table = await loadTable(tx, messageList, search, {
    zone: brand.zone,
    filters: ['status', 'template', 'channel', 'createdAt'],
    more: {
      recipient: { hrefKey: 'href' },
      status: { kind: 'status' },
    },
    row: row => ({
      href: `/manage/messages/${row.id}`,
      recipient: row.recipient?.startsWith('+') ? formatPhone(row.recipient) : row.recipient,
    }),
  })
  return (
    <>
      <PageHeader title="Messages" description="Emails and texts to your people, and how far each got." />
      <DataTable
        noun="messages"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by address or subject"
        exportHref={can(actor, 'export:create') ? '/api/export/messages' : undefined}
        empty={
          <EmptyState drawing={<Envelope />} title="No messages yet">
            Invitations, sign-in links and notices appear here as soon as the first one is queued.
          </EmptyState>
        }
      />
    </>
  )
})
