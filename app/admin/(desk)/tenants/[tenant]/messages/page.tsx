import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { platformPage } from '@/lib/action/platform-entry'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { companyMessageList } from '@/lib/messaging/company-message-list'

export const metadata: Metadata = { title: 'Messages of a company' }

const days = 90

/** How a company's emails and texts fared; not to whom they went nor what they say. */
export default platformPage({ can: 'job:read' }, async ({ tx, admin, params, search }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  if (!company) notFound()
  const since = new Date(Date.now() - days * 86_400_000)
  const table = await loadTable(tx, companyMessageList(company.id, since), search, {
    filters: ['status', 'template', 'channel', 'createdAt'],
    more: { template: { kind: 'text' }, channel: { kind: 'text' }, status: { kind: 'status' } },
  })
  return (
    <TenantFrame admin={admin} company={company} part="/messages">
      <p className="mb-4 text-muted">
        Emails and texts of {days} days, those that did not arrive first. To whom they went and what they say
        is the company’s own and not shown here.
      </p>
      <DataTable
        noun="messages"
        searchLabel="Search by kind or code"
        {...table}
        empty={
          <EmptyState drawing={<PaperTray />} title="No messages yet">
            What the company sends to its people appears here.
          </EmptyState>
        }
      />
    </TenantFrame>
  )
})
