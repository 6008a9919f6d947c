import { Ban } from 'lucide-react'
import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { tokenList } from '@/lib/api-tokens/token-list'
import { apiScopes } from '@/lib/auth/read-api-token'
import { revokeTokensAction } from './actions'
import { NewToken } from './new-token'

export const metadata: Metadata = { title: 'API tokens' }

const revoke = {
  label: 'Revoke',
  icon: <Ban aria-hidden />,
  action: revokeTokensAction,
  doneMessage: '{count} revoked',
  danger: true,
  confirm: {
    title: 'Revoke {count} {token|tokens}?',
    confirm: 'Revoke',
    text: 'Whatever uses them is refused from the next request on. This cannot be undone.',
  },
}

/** The tokens with which other systems use the platform's API. */
export default platformPage({ can: 'token:manage' }, async ({ tx, admin, search }) => {
  const table = await loadTable(tx, tokenList, search, {
    filters: [
      'state',
      { id: 'scopes', options: apiScopes.map(scope => ({ value: scope, label: scope })) },
      'lastUsedAt',
    ],
    more: { name: { hrefKey: 'href' }, state: { kind: 'status' } },
    row: row => ({ href: `/tokens/${row.id}`, prefix: `${row.prefix}_…` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        title="API tokens"
        description="Other systems make and change companies with these, in the name of the admin who made the token."
        actions={<NewToken />}
      />
      <DataTable
        noun="tokens"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by system or maker"
        bulkActions={[revoke]}
        empty={
          <EmptyState drawing={<PaperTray />} title="No other system uses the API yet">
            Make a token for the system that is to set companies up.
          </EmptyState>
        }
      />
    </Desk>
  )
})
