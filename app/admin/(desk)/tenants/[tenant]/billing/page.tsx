import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { readCustomer } from '@/lib/accounts/read-customer'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { sql } from '@/lib/db/sql'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { platformInvoiceList } from '@/lib/invoices/platform-invoice-list'
import { AccountSection } from './account-section'
import { CreditSection } from './credit-section'

export const metadata: Metadata = { title: 'Billing of a company' }

/** A company's plans, standing, credits and invoices. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, params, search }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  const customer = company && (await readCustomer(tx, company.id))
  if (!company || !customer) notFound()
  const { account, plans } = customer
  const credits = await tx.platformCredit.findMany({
    where: { tenantId: company.id },
    orderBy: { givenAt: 'desc' },
    take: 20,
  })
  const invoices = await loadTable(tx, platformInvoiceList, search, {
    where: sql`i.tenant_id = ${company.id}::uuid`,
    filters: ['status'],
    more: {
      number: { hrefKey: 'page' },
      company: { hidden: true },
      status: { kind: 'status' },
    },
  })
  const mayChange = adminCan(admin, 'account:change')
  return (
    <TenantFrame admin={admin} company={company} part="/billing">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <AccountSection company={company} account={account} plans={plans} mayChange={mayChange} />
        <CreditSection
          company={company}
          currency={account.currency}
          credits={credits}
          mayChange={mayChange}
        />
      </div>
      <h2 className="mt-8 mb-3 font-semibold">Invoices</h2>
      <DataTable
        noun="invoices"
        {...invoices}
        searchLabel="Search by number"
        empty={
          <EmptyState drawing={<PaperTray />} title="No invoices yet">
            The first one is issued when the trial ends.
          </EmptyState>
        }
      />
    </TenantFrame>
  )
})
