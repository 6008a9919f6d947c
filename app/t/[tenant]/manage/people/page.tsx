import type { Metadata } from 'next'
import { loadViews } from '@/app/t/[tenant]/manage/load-views'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { readLimit } from '@/lib/limits/read-limit'
import { peopleList } from '@/lib/people/people-list'
import { LimitNotice } from './limit-notice'
import { TeamTabs } from './team-tabs'

export const metadata: Metadata = { title: 'Team' }

/** Who signs in: the company's own people first, everybody else by filter. */
export default tenantPage({ can: 'user:read' }, async ({ tx, actor, search, brand }) => {
  const table = await loadTable(tx, peopleList, search, {
    zone: brand.zone,
    filters: ['role', 'state', 'lastSeenAt'],
    more: { name: { hrefKey: 'href' }, state: { kind: 'status' } },
    row: row => ({ href: `/manage/people/${row.id}`, associations: row.associations ?? 'All' }),
  })
  const views = await loadViews(tx, actor, 'users')
  const limit = can(actor, 'user:invite') ? await readLimit(tx, 'users') : null
  const invite = can(actor, 'user:invite') && (
    <ButtonLink href="/manage/people/invite" variant="primary">
      Invite a colleague
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title="Team" actions={invite} />
      <TeamTabs current="/manage/people" />
      {limit && limit.state !== 'ok' && (
        <LimitNotice limit={limit} maySeePlans={can(actor, 'billing:read')} />
      )}
      <DataTable
        noun="people"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by name or email"
        views={views}
        exportHref={can(actor, 'export:create') ? '/api/export/users' : undefined}
        empty={
          <EmptyState title="Nobody here yet" action={invite}>
            Invite the people you work with. Each sees what their role allows.
          </EmptyState>
        }
      />
    </>
  )
})
